package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What the head of a JPEG 2000 codestream claims (ITU-T T.800, annex A), read before a decoder
 * allocates anything by it.
 *
 * @param width of the picture in pixels
 * @param height likewise
 * @param components its colours
 * @param streamAt where the codestream begins
 */
record Jpeg2000Header(int width, int height, int components, int streamAt) {

  private static final int START = 0xff4f;
  private static final int SIZE = 0xff51;
  private static final int END = 0xffd9;

  /** Of the capabilities that a stream needs: those of ISO/IEC 15444-15. */
  private static final int HIGH_THROUGHPUT = 1 << 14;

  /** The signature box's type: the stream lies in boxes then. */
  private static final int BOXED = 0x6a502020;

  private static final int CODESTREAM = 0x6a703263;
  private static final long MOST_TILES = 4096;
  private static final long MOST_EDGE = 1 << 25;

  /** A tile within the stream is decoded as a whole: four times as many took 500 MB and more. */
  private static final long MOST_TILE_PIXELS = 1 << 22;

  /** Reads the head of a stream, and checks that it is whole at its end. */
  static Jpeg2000Header of(byte[] bytes) throws IOException {
    Jpeg2000Header header;
    try {
      ByteBuffer stream = ByteBuffer.wrap(bytes);
      if (bytes.length > 8 && stream.getInt(4) == BOXED) {
        seekCodestream(stream);
      }
      header = size(stream);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("its JPEG 2000 stream ends within its header", e);
    }
    int last = bytes.length;
    // Some writers pad tiles to an even length.
    while (last > 2 && bytes[last - 1] == 0) {
      last--;
    }
    if (last < 2 || (ByteBuffer.wrap(bytes).getShort(last - 2) & 0xffff) != END) {
      throw new IOException("its JPEG 2000 stream ends early");
    }
    return header;
  }

  private static void seekCodestream(ByteBuffer stream) throws IOException {
    while (true) {
      int at = stream.position();
      long length = Integer.toUnsignedLong(stream.getInt());
      if (stream.getInt() == CODESTREAM) {
        return;
      }
      if (length < 8) {
        throw new IOException("a box of its JPEG 2000 stream claims " + length + " bytes");
      }
      stream.position((int) Math.min(stream.limit(), at + length));
    }
  }

  private static Jpeg2000Header size(ByteBuffer stream) throws IOException {
    int streamAt = stream.position();
    if ((stream.getShort() & 0xffff) != START || (stream.getShort() & 0xffff) != SIZE) {
      throw new IOException("it is no JPEG 2000 stream");
    }
    stream.getShort();
    if ((stream.getShort() & HIGH_THROUGHPUT) != 0) {
      throw new OtherStreamException("its JPEG 2000 stream is of the high-throughput kind");
    }
    long right = Integer.toUnsignedLong(stream.getInt());
    long bottom = Integer.toUnsignedLong(stream.getInt());
    long left = Integer.toUnsignedLong(stream.getInt());
    long top = Integer.toUnsignedLong(stream.getInt());
    if (left >= right || top >= bottom) {
      throw new IOException(
          "the image of its JPEG 2000 stream ends at %s, %s, where it begins at %s, %s"
              .formatted(right, bottom, left, top));
    }
    if (right > MOST_EDGE || bottom > MOST_EDGE) {
      throw new IOException(
          "its JPEG 2000 stream is " + (right - left) + " x " + (bottom - top) + " pixels");
    }
    long tileWidth = Integer.toUnsignedLong(stream.getInt());
    long tileHeight = Integer.toUnsignedLong(stream.getInt());
    if (tileWidth == 0
        || tileHeight == 0
        || (right / tileWidth + 1) * (bottom / tileHeight + 1) > MOST_TILES) {
      throw new IOException(
          "its JPEG 2000 stream has tiles of " + tileWidth + " x " + tileHeight + " pixels");
    }
    long tilesLeft = Integer.toUnsignedLong(stream.getInt());
    long tilesTop = Integer.toUnsignedLong(stream.getInt());
    int components = Short.toUnsignedInt(stream.getShort());
    // ISO/IEC 15444-1, B.3: the first tile holds the image's first pixel.
    if (tilesLeft > left
        || tilesTop > top
        || tilesLeft + tileWidth <= left
        || tilesTop + tileHeight <= top) {
      throw new IOException("the tiles of its JPEG 2000 stream begin elsewhere than its image");
    }
    long wide = Math.min(tileWidth, right - left);
    long high = Math.min(tileHeight, bottom - top);
    if (wide * high > MOST_TILE_PIXELS) {
      throw new OtherStreamException(
          "its JPEG 2000 stream has tiles of %s x %s pixels, which can't be decoded at once"
              .formatted(wide, high));
    }
    return new Jpeg2000Header((int) (right - left), (int) (bottom - top), components, streamAt);
  }
}
