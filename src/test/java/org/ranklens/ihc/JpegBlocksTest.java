package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.slide.RgbImage;

/** Brown and blue discs, drawn and compressed here. */
class JpegBlocksTest {

  private static final int EDGE_PX = 768;
  private static final int DISCS = 800;

  @Test
  void whatWasNeverCompressedHasNoBlocks() {
    assertThat(compression(drawn())).isBetween(0.0, 0.1);
  }

  @Test
  void lessQualityShowsMore() throws IOException {
    double best = compression(saved(drawn(), 95));
    double usual = compression(saved(drawn(), 80));
    double worst = compression(saved(drawn(), 40));

    assertThat(best).isGreaterThan(compression(drawn()) + 0.05);
    assertThat(usual).isGreaterThan(best + 0.1);
    assertThat(worst).isGreaterThan(usual + 0.1);
  }

  @Test
  void aCutOutPictureShowsTheSame() throws IOException {
    BufferedImage saved = saved(drawn(), 60);

    assertThat(compression(saved.getSubimage(5, 11, 750, 750)))
        .isCloseTo(compression(saved), within(0.05));
  }

  @Test
  void aPictureOfOneColourShowsNothing() {
    assertThat(compression(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))).isZero();
  }

  private static BufferedImage drawn() {
    Random random = new Random(11);
    BufferedImage image = new BufferedImage(EDGE_PX, EDGE_PX, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(new Color(235, 232, 230));
    drawing.fillRect(0, 0, EDGE_PX, EDGE_PX);
    for (int i = 0; i < DISCS; i++) {
      int brown = random.nextInt(100);
      drawing.setColor(
          i % 2 == 0
              ? new Color(200 - brown / 2, 190 - brown, 170 - brown)
              : new Color(140, 140, 190));
      int size = 12 + random.nextInt(24);
      drawing.fillOval(random.nextInt(EDGE_PX), random.nextInt(EDGE_PX), size, size);
    }
    drawing.dispose();
    for (int p = 0; p < EDGE_PX * EDGE_PX; p++) {
      int rgb = image.getRGB(p % EDGE_PX, Math.floorDiv(p, EDGE_PX));
      int noise = random.nextInt(7) | random.nextInt(7) << 8 | random.nextInt(7) << 16;
      image.setRGB(p % EDGE_PX, Math.floorDiv(p, EDGE_PX), rgb + noise);
    }
    return image;
  }

  private static BufferedImage saved(BufferedImage image, int quality) throws IOException {
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
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static double compression(BufferedImage image) {
    int width = image.getWidth();
    byte[] rgb = new byte[3 * width * image.getHeight()];
    for (int p = 0; p < rgb.length / 3; p++) {
      int value = image.getRGB(p % width, Math.floorDiv(p, width));
      rgb[3 * p] = (byte) (value >> 16);
      rgb[3 * p + 1] = (byte) (value >> 8);
      rgb[3 * p + 2] = (byte) value;
    }
    JpegBlocks blocks = new JpegBlocks();
    blocks.add(new RgbImage(width, image.getHeight(), rgb));
    return blocks.compression();
  }
}
