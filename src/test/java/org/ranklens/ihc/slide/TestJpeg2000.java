package org.ranklens.ihc.slide;

import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes tiles as JPEG 2000. */
final class TestJpeg2000 {

  private TestJpeg2000() {}

  static byte[] rgb(RgbImage tile) {
    return encode(buffered(tile, BufferedImage.TYPE_3BYTE_BGR));
  }

  /** Encodes the red of a tile alone. */
  static byte[] red(RgbImage tile) {
    BufferedImage grey =
        new BufferedImage(tile.width(), tile.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < tile.width() * tile.height(); i++) {
      grey.getRaster().setSample(i % tile.width(), i / tile.width(), 0, tile.rgb()[3 * i] & 0xff);
    }
    return encode(grey);
  }

  private static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    J2KImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
    try (var out = new MemoryCacheImageOutputStream(stream)) {
      writer.setOutput(out);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream.toByteArray();
  }

  private static BufferedImage buffered(RgbImage tile, int type) {
    BufferedImage image = new BufferedImage(tile.width(), tile.height(), type);
    for (int i = 0; i < tile.width() * tile.height(); i++) {
      int red = tile.rgb()[3 * i] & 0xff;
      int green = tile.rgb()[3 * i + 1] & 0xff;
      int blue = tile.rgb()[3 * i + 2] & 0xff;
      image.setRGB(i % tile.width(), i / tile.width(), red << 16 | green << 8 | blue);
    }
    return image;
  }
}
