package org.ranklens.phantom.ihc;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Gives a picture another look by Beer-Lambert: its stains scaled and turned in hue, DAB made
 * granular, another brightness, compressed as JPEG.
 *
 * @param hematoxylin times so much haematoxylin
 * @param dab times so much DAB
 * @param grain 0 (as it was) to 1 (granular)
 * @param turnDegrees both stain vectors
 * @param light times so bright
 * @param quality of JPEG, 1 to 100
 * @param seed of the granules
 */
public record LookChange(
    double hematoxylin,
    double dab,
    double grain,
    double turnDegrees,
    double light,
    int quality,
    long seed) {

  /** A look of as much haematoxylin. */
  public LookChange(
      double dab, double grain, double turnDegrees, double light, int quality, long seed) {
    this(1, dab, grain, turnDegrees, light, quality, seed);
  }

  /** Returns the same look, but for so many times as much haematoxylin. */
  public LookChange withHematoxylin(double times) {
    return new LookChange(times, dab, grain, turnDegrees, light, quality, seed);
  }

  /**
   * Changes a picture in place of its array.
   *
   * @param rgb interleaved
   * @param white red, green and blue of the glass
   * @param stains what the picture is stained with
   */
  public byte[] of(byte[] rgb, int width, double pixelSizeMicrons, Rgb white, StainVectors stains)
      throws IOException {
    StainVectors turned = stains.turned(turnDegrees);
    LatticeNoise noise = new LatticeNoise(seed);
    double cosine = dot(stains.hematoxylin(), stains.dab());
    double scale = 1 / (1 - cosine * cosine);
    byte[] changed = new byte[rgb.length];
    for (int p = 0; p < rgb.length / 3; p++) {
      double alongH = 0;
      double alongD = 0;
      double[] od = new double[3];
      for (int c = 0; c < 3; c++) {
        od[c] = -Math.log10(Math.max(1, rgb[3 * p + c] & 0xFF) / white.channel(c));
        alongH += od[c] * stains.hematoxylin().channel(c);
        alongD += od[c] * stains.dab().channel(c);
      }
      double h = (alongH - cosine * alongD) * scale;
      double d = (alongD - cosine * alongH) * scale;
      double x = p % width * pixelSizeMicrons;
      double y = Math.floorDiv(p, width) * pixelSizeMicrons;
      double granule = grain == 0 ? 0 : grain * 1.1 * noise.rough(x / 1.6, y / 1.6);
      double now = d * Math.max(0.05, dab * (1 + granule));
      for (int c = 0; c < 3; c++) {
        double other = od[c] - h * stains.hematoxylin().channel(c) - d * stains.dab().channel(c);
        double sum =
            other
                + hematoxylin * h * turned.hematoxylin().channel(c)
                + now * turned.dab().channel(c);
        double level = Math.min(255, white.channel(c) * light) * Math.pow(10, -sum);
        changed[3 * p + c] = (byte) Math.max(0, Math.min(255, Math.round(level)));
      }
    }
    return compressed(changed, width);
  }

  private static double dot(Rgb a, Rgb b) {
    return a.red() * b.red() + a.green() * b.green() + a.blue() * b.blue();
  }

  private byte[] compressed(byte[] rgb, int width) throws IOException {
    int height = rgb.length / 3 / width;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < width * height; p++) {
      int value =
          (rgb[3 * p] & 0xFF) << 16 | (rgb[3 * p + 1] & 0xFF) << 8 | (rgb[3 * p + 2] & 0xFF);
      image.setRGB(p % width, Math.floorDiv(p, width), value);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality / 100f);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, List.of(), null), how);
    } finally {
      writer.dispose();
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    byte[] back = new byte[rgb.length];
    for (int p = 0; p < width * height; p++) {
      int value = read.getRGB(p % width, Math.floorDiv(p, width));
      back[3 * p] = (byte) (value >> 16);
      back[3 * p + 1] = (byte) (value >> 8);
      back[3 * p + 2] = (byte) value;
    }
    return back;
  }
}
