package org.ranklens.pet.dicom;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG 2000 by JJ2000, made by hand for this one image: nothing is registered with ImageIO.
 *
 * <p>JJ2000 comes twice, with jai-imageio and with OME's build of it, under the same names; each
 * reader fits only its own, and which of both is found first is up to the class path (inside Fiji
 * to Fiji). So the reader that fits is taken.
 */
final class Jpeg2000Decoder {

  private static final List<Supplier<ImageReader>> READERS =
      List.of(
          () ->
              new com.github.jaiimageio.jpeg2000.impl.J2KImageReader(
                  new com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi()),
          () ->
              new com.sun.media.imageioimpl.plugins.jpeg2000.J2KImageReader(
                  new com.sun.media.imageioimpl.plugins.jpeg2000.J2KImageReaderSpi()));

  private Jpeg2000Decoder() {}

  static int[] decode(byte[] data, PixelFormat format) throws IOException {
    LinkageError misfit = null;
    for (Supplier<ImageReader> maker : READERS) {
      try {
        return decode(maker.get(), data, format);
      } catch (LinkageError e) {
        misfit = e;
      } catch (RuntimeException e) {
        if (!(e.getCause() instanceof LinkageError)) {
          // JJ2000 tells of damaged streams by all kinds of unchecked exceptions.
          throw new IOException("the decoder says: " + e.getMessage(), e);
        }
        misfit = (LinkageError) e.getCause();
      }
    }
    throw new IOException("no JPEG 2000 decoder is complete", misfit);
  }

  private static int[] decode(ImageReader reader, byte[] data, PixelFormat format)
      throws IOException {
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
      reader.setInput(stream, true, true);
      if (reader.getWidth(0) != format.columns() || reader.getHeight(0) != format.rows()) {
        throw new IOException(
            "%d x %d samples instead of %d x %d"
                .formatted(
                    reader.getWidth(0), reader.getHeight(0), format.columns(), format.rows()));
      }
      Raster raster = reader.readRaster(0, null);
      return raster.getSamples(
          raster.getMinX(),
          raster.getMinY(),
          format.columns(),
          format.rows(),
          0,
          new int[format.samples()]);
    } finally {
      reader.dispose();
    }
  }
}
