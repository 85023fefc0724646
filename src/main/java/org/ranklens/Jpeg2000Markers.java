package org.ranklens;

import java.io.IOException;

/**
 * Looks for what can't be within the data of a JPEG 2000 codestream. Bits are stuffed so that a
 * byte 0xff is never followed by one above 0x8f (ISO/IEC 15444-1, B.10.1 and D.4), but for the
 * markers that stand between packets and tile-parts. Of damage that breaks this JJ2000 decodes
 * without an end.
 */
public final class Jpeg2000Markers {

  private static final int TILE_PART = 0x90;
  private static final int PACKET = 0x91;
  private static final int PACKET_HEADER_END = 0x92;
  private static final int DATA = 0x93;
  private static final int END = 0xd9;
  private static final int MOST_STUFFED = 0x8f;
  private static final int PACKET_SEGMENT_BYTES = 6;

  private Jpeg2000Markers() {}

  /**
   * Checks all data behind the first tile-part's head.
   *
   * @param bytes a codestream, and what may lie before and behind it
   * @param streamAt where it begins
   * @throws IOException where a byte can't stand, with its place in the codestream
   */
  public static void check(byte[] bytes, int streamAt) throws IOException {
    int at = dataAfter(bytes, streamAt + 2);
    while (at + 1 < bytes.length) {
      int marker = bytes[at + 1] & 0xff;
      if ((bytes[at] & 0xff) != 0xff || marker <= MOST_STUFFED) {
        at++;
        continue;
      }
      switch (marker) {
        case TILE_PART -> at = dataAfter(bytes, at);
        case PACKET -> at += PACKET_SEGMENT_BYTES;
        case PACKET_HEADER_END -> at += 2;
        case END -> {
          return;
        }
        default ->
            throw new IOException("its JPEG 2000 stream is corrupt at its byte " + (at - streamAt));
      }
    }
  }

  /** Returns where data begins, over segments that tell their lengths. */
  private static int dataAfter(byte[] bytes, int segment) throws IOException {
    int at = segment;
    while (at + 3 < bytes.length && (bytes[at] & 0xff) == 0xff) {
      if ((bytes[at + 1] & 0xff) == DATA) {
        return at + 2;
      }
      at += 2 + ((bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff));
    }
    throw new IOException("its JPEG 2000 stream is corrupt: it has no data where it should begin");
  }
}
