package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What the head of a JPEG 2000 codestream claims (ITU-T T.800, annex A), read before a decoder
 * allocates anything by it.
 */
final class Jpeg2000Header {

  private static final int START = 0xff4f;
  private static final int SIZE = 0xff51;
  private static final int END = 0xffd9;

  /** The signature box's type: the stream lies in boxes then. */
  private static final int BOXED = 0x6a502020;

  private static final int CODESTREAM = 0x6a703263;
  private static final long MOST_TILES = 4096;

  private Jpeg2000Header() {}

  /** Checks that a stream is as large as its tile, and is whole at its ends. */
  static void check(byte[] bytes, int width, int height) throws IOException {
    try {
      ByteBuffer stream = ByteBuffer.wrap(bytes);
      if (bytes.length > 8 && stream.getInt(4) == BOXED) {
        seekCodestream(stream);
      }
      checkSize(stream, width, height);
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

  private static void checkSize(ByteBuffer stream, int width, int height) throws IOException {
    if ((stream.getShort() & 0xffff) != START || (stream.getShort() & 0xffff) != SIZE) {
      throw new IOException("it is no JPEG 2000 stream");
    }
    stream.getInt();
    long right = Integer.toUnsignedLong(stream.getInt());
    long bottom = Integer.toUnsignedLong(stream.getInt());
    long left = Integer.toUnsignedLong(stream.getInt());
    long top = Integer.toUnsignedLong(stream.getInt());
    if (right - left != width || bottom - top != height) {
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
  }
}
