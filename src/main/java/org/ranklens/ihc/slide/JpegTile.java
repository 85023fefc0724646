package org.ranklens.ihc.slide;

import java.io.IOException;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * JPEG tiles, decoded by OpenCV's libjpeg-turbo. An abbreviated stream gets the shared tables of
 * the file and a marker that says whether its colours are YCbCr, since the TIFF tag says it, not
 * the stream (TIFF Technical Note 2).
 */
final class JpegTile {

  private static final int RGB = 2;
  private static final byte MARKER = (byte) 0xff;
  private static final byte START_OF_IMAGE = (byte) 0xd8;
  private static final byte END_OF_IMAGE = (byte) 0xd9;

  private JpegTile() {}

  static RgbImage decode(TiffImage image, byte[] bytes, int rows) throws IOException {
    checkWhole(bytes);
    byte[] stream = complete(image, bytes);
    JpegHeader header = JpegHeader.of(stream, image.jpegTables());
    // The last strip may be as high as the others.
    boolean high = header.height() >= rows && header.height() <= image.tileHeight();
    if (header.width() != image.tileWidth() || !high) {
      throw new IOException(
          "its JPEG stream is " + header.width() + " x " + header.height() + " pixels");
    }
    JpegScan.check(stream, header);
    return decode(stream, Imgcodecs.IMREAD_COLOR_RGB | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
  }

  /**
   * libjpeg fills a stream that ends early with grey and goes on; a pathologist must not see it.
   */
  private static void checkWhole(byte[] bytes) throws IOException {
    if (bytes.length < 4 || bytes[0] != MARKER || bytes[1] != START_OF_IMAGE) {
      throw new IOException("it is no JPEG stream");
    }
    int last = bytes.length - 1;
    // Some writers pad tiles to an even length.
    while (last > 3 && bytes[last] == 0) {
      last--;
    }
    if (bytes[last] != END_OF_IMAGE || bytes[last - 1] != MARKER) {
      throw new IOException("its JPEG stream ends early");
    }
  }

  static byte[] complete(TiffImage image, byte[] bytes) {
    byte[] tables = image.jpegTables().stream();
    // The tables' own start and end of image are left out.
    int tableBytes = tables.length > 4 ? tables.length - 4 : 0;
    byte[] adobe = image.samples() == 3 ? adobe(image.photometric() == RGB ? 0 : 1) : new byte[0];
    byte[] stream = new byte[bytes.length + tableBytes + adobe.length];
    stream[0] = MARKER;
    stream[1] = START_OF_IMAGE;
    int at = 2;
    System.arraycopy(adobe, 0, stream, at, adobe.length);
    at += adobe.length;
    System.arraycopy(tables, 2 * Integer.signum(tableBytes), stream, at, tableBytes);
    at += tableBytes;
    System.arraycopy(bytes, 2, stream, at, bytes.length - 2);
    return stream;
  }

  /** Adobe's APP14 marker; transform 0 is RGB, 1 is YCbCr. */
  private static byte[] adobe(int transform) {
    return new byte[] {
      MARKER, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
    };
  }

  /** Decodes an image that OpenCV knows by its first bytes. */
  static RgbImage decode(byte[] stream, int flags) throws IOException {
    MatOfByte input = new MatOfByte(stream);
    Mat pixels = new Mat();
    try {
      pixels = Imgcodecs.imdecode(input, flags);
      if (pixels.empty()) {
        throw new IOException("it can't be decoded");
      }
      byte[] rgb = new byte[3 * pixels.rows() * pixels.cols()];
      pixels.get(0, 0, rgb);
      return new RgbImage(pixels.cols(), pixels.rows(), rgb);
    } catch (CvException e) {
      throw new IOException("it can't be decoded", e);
    } finally {
      input.release();
      pixels.release();
    }
  }
}
