package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Optional;

/**
 * JPEG tiles, decoded by OpenCV's libjpeg-turbo. An abbreviated stream gets the shared tables of
 * the file and a marker that says whether its colours are YCbCr, since the TIFF tag says it, not
 * the stream (TIFF Technical Note 2).
 *
 * <p>libjpeg makes a picture of damaged streams too. So each is decoded with a tail that shows
 * whether the decoder kept its place ({@link JpegTail}); where that or the picture raises doubt, or
 * the stream does not suit, its codes are walked over ({@link JpegScan}) and it is decoded as it
 * is.
 */
final class JpegTile {

  private static final int RGB = 2;

  /** Where the name stands in a stream that begins with JFIF's marker. */
  private static final int JFIF_NAME = 6;

  private static final byte MARKER = (byte) 0xff;
  private static final byte START_OF_IMAGE = (byte) 0xd8;
  private static final byte END_OF_IMAGE = (byte) 0xd9;

  private JpegTile() {}

  static TilePixels decode(TiffImage image, int tile, byte[] bytes, JpegMemory memory)
      throws IOException {
    int end = checkWhole(bytes);
    byte[] stream = complete(image, bytes);
    JpegHeader header = JpegHeader.of(stream, image.jpegTables());
    image.checkSize(tile, header.width(), header.height(), "JPEG");
    if (header.components() != image.samples()) {
      throw new IOException(
          "its JPEG stream has " + header.components() + " colours, not " + image.samples());
    }
    int codesEnd = stream.length - bytes.length + end;
    boolean ycc = image.samples() == 3 && image.photometric() != RGB;
    return decode(
        new Stream(header, codesEnd, ycc), image.shownWidth(tile), image.shownRows(tile), memory);
  }

  /**
   * Decodes a stream that is a file of its own.
   *
   * @param width in pixels that it must have
   * @param height likewise
   */
  static TilePixels decode(byte[] bytes, int width, int height, JpegMemory memory)
      throws IOException {
    int end = checkWhole(bytes);
    JpegHeader header = JpegHeader.of(bytes, new JpegTables(new byte[0]));
    if (header.width() != width || header.height() != height) {
      throw new IOException(
          "its JPEG stream is " + header.width() + " x " + header.height() + " pixels");
    }
    Stream stream = new Stream(header, end, header.components() == 3 && isJfif(bytes));
    return decode(stream, width, height, memory);
  }

  /**
   * A whole stream.
   *
   * @param codesEnd where its codes end
   * @param ycc whether its colours are YCbCr for sure
   */
  private record Stream(JpegHeader header, int codesEnd, boolean ycc) {

    byte[] bytes() {
      return header.stream();
    }
  }

  private static TilePixels decode(Stream stream, int width, int height, JpegMemory memory)
      throws IOException {
    Optional<JpegMemory.Picture> sound = sound(stream, width, height, memory);
    if (sound.isPresent()) {
      return sound.get();
    }
    JpegScan.check(stream.bytes(), stream.header());
    return memory.decode(stream.bytes(), stream.header().width(), stream.header().height());
  }

  /** Returns the picture of a stream that is sound; empty is doubt, no more. */
  private static Optional<JpegMemory.Picture> sound(
      Stream stream, int width, int height, JpegMemory memory) throws IOException {
    JpegHeader header = stream.header();
    Optional<JpegSeam> seam = JpegSeam.of(header, stream.ycc());
    if (seam.isEmpty()
        || JpegEvidence.oddCodes(stream.bytes(), header.scanAt(), stream.codesEnd())) {
      return Optional.empty();
    }
    Optional<JpegTail> tail = JpegTail.of(stream.bytes(), header);
    if (tail.isEmpty()) {
      return Optional.empty();
    }
    JpegMemory.Picture picture;
    try {
      picture = memory.decode(tail.get().stream(), header.width(), tail.get().height());
    } catch (IOException e) {
      // The walk tells what is wrong.
      return Optional.empty();
    }
    // Above the second row of the tail its colours may be smoothed with the picture's.
    if (!picture.oneColourFrom(header.height() + 1)) {
      return Optional.empty();
    }
    if (JpegEvidence.saturated(picture, width, height)) {
      JpegScan.check(stream.bytes(), header);
    }
    seam.get().mend(picture, header.height() - 1);
    return Optional.of(picture);
  }

  /**
   * libjpeg fills a stream that ends early with grey and goes on; a pathologist must not see it.
   *
   * @return where the codes end
   */
  private static int checkWhole(byte[] bytes) throws IOException {
    if (bytes.length < 4 || bytes[0] != MARKER || bytes[1] != START_OF_IMAGE) {
      throw new IOException("it is no JPEG stream");
    }
    int last = bytes.length - 1;
    // Some writers pad tiles to an even length, or count a byte of the next one.
    while (last > 3 && (bytes[last] == 0 || bytes[last] == MARKER)) {
      last--;
    }
    if (bytes[last] != END_OF_IMAGE || bytes[last - 1] != MARKER) {
      throw new IOException("its JPEG stream ends early");
    }
    return last - 1;
  }

  static byte[] complete(TiffImage image, byte[] bytes) {
    byte[] tables = image.jpegTables().segments();
    byte[] adobe = image.samples() == 3 ? adobe(image.photometric() == RGB ? 0 : 1) : new byte[0];
    byte[] stream = new byte[bytes.length + tables.length + adobe.length];
    stream[0] = MARKER;
    stream[1] = START_OF_IMAGE;
    int at = 2;
    System.arraycopy(adobe, 0, stream, at, adobe.length);
    at += adobe.length;
    System.arraycopy(tables, 0, stream, at, tables.length);
    at += tables.length;
    System.arraycopy(bytes, 2, stream, at, bytes.length - 2);
    if (image.photometric() == RGB && isJfif(bytes)) {
      // JFIF means YCbCr to libjpeg; the tag means more, as it does to libtiff and OpenSlide.
      stream[at + JFIF_NAME - 2] = 0;
    }
    return stream;
  }

  private static boolean isJfif(byte[] bytes) {
    return bytes.length > JFIF_NAME + 4
        && bytes[3] == (byte) 0xe0
        && bytes[JFIF_NAME] == 'J'
        && bytes[JFIF_NAME + 1] == 'F';
  }

  /** Adobe's APP14 marker; transform 0 is RGB, 1 is YCbCr. */
  private static byte[] adobe(int transform) {
    return new byte[] {
      MARKER, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
    };
  }
}
