package org.ranklens.pet.dicom;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.ranklens.Jpeg2000Deadline;
import org.ranklens.Jpeg2000Markers;

/**
 * JPEG 2000 by JJ2000 as jai-imageio has it, made by hand for this one image: nothing is registered
 * with ImageIO.
 */
final class Jpeg2000Decoder {

  private Jpeg2000Decoder() {}

  static int[] decode(byte[] data, PixelFormat format) throws IOException {
    if (isBareStream(data)) {
      Jpeg2000Markers.check(data, 0);
    }
    return Jpeg2000Deadline.decode(() -> whole(data, format));
  }

  private static int[] whole(byte[] data, PixelFormat format) throws IOException {
    J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
      reader.setInput(stream, true, true);
      // Before anything is allocated by what the stream claims.
      checkSize(reader.getWidth(0), reader.getHeight(0), format);
      Raster raster = reader.readRaster(0, null);
      checkSize(raster.getWidth(), raster.getHeight(), format);
      return raster.getSamples(
          raster.getMinX(),
          raster.getMinY(),
          format.columns(),
          format.rows(),
          0,
          new int[format.samples()]);
    } catch (RuntimeException e) {
      // JJ2000 tells of damaged streams by all kinds of unchecked exceptions.
      throw new IOException("the decoder says: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }

  private static void checkSize(int width, int height, PixelFormat format) throws IOException {
    if (width != format.columns() || height != format.rows()) {
      throw new IOException(
          "%s x %s samples instead of %s x %s"
              .formatted(width, height, format.columns(), format.rows()));
    }
  }

  /** DICOM has bare codestreams (PS3.5, 8.2.4); some writers put them into boxes. */
  private static boolean isBareStream(byte[] data) {
    return data.length > 1 && (data[0] & 0xff) == 0xff && data[1] == 0x4f;
  }
}
