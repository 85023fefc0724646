package org.ranklens.ihc.slide;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG 2000 tiles, decoded by JJ2000 as jai-imageio has it; the reader is made by hand for each
 * tile, and nothing is registered with ImageIO.
 */
final class Jpeg2000Tile {

  private static final int APERIO_YCC = 33003;

  /** What libvips 8.14 writes: YCbCr, whatever the photometric tag says. */
  private static final int VIPS_YCC = 33004;

  private Jpeg2000Tile() {}

  static RgbImage decode(TiffImage image, byte[] bytes, int rows) throws IOException {
    Jpeg2000Header.check(bytes, image.tileWidth(), rows);
    byte[] samples = samples(bytes, image.tileWidth(), rows);
    if (image.compression() == APERIO_YCC || image.compression() == VIPS_YCC) {
      toRgb(samples);
    }
    return new RgbImage(image.tileWidth(), rows, samples);
  }

  private static byte[] samples(byte[] bytes, int width, int rows) throws IOException {
    J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, true, true);
      Raster raster = reader.readRaster(0, null);
      int bands = raster.getNumBands();
      if (raster.getWidth() != width || raster.getHeight() != rows || bands < 3) {
        throw new IOException(
            "its JPEG 2000 stream is %d x %d pixels of %d samples"
                .formatted(raster.getWidth(), raster.getHeight(), bands));
      }
      int[] all = raster.getPixels(raster.getMinX(), raster.getMinY(), width, rows, (int[]) null);
      byte[] rgb = new byte[3 * width * rows];
      for (int i = 0; i < width * rows; i++) {
        for (int c = 0; c < 3; c++) {
          rgb[3 * i + c] = (byte) all[bands * i + c];
        }
      }
      return rgb;
    } catch (RuntimeException e) {
      // JJ2000 tells of damaged streams by all kinds of unchecked exceptions.
      throw new IOException("its JPEG 2000 stream is corrupt", e);
    } finally {
      reader.dispose();
    }
  }

  /** ITU-R BT.601, full range, as JFIF has it. */
  private static void toRgb(byte[] samples) {
    for (int i = 0; i < samples.length; i += 3) {
      double y = samples[i] & 0xff;
      double cb = (samples[i + 1] & 0xff) - 128;
      double cr = (samples[i + 2] & 0xff) - 128;
      samples[i] = clamp(y + 1.402 * cr);
      samples[i + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
      samples[i + 2] = clamp(y + 1.772 * cb);
    }
  }

  private static byte clamp(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
