package org.ranklens;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Looks for what can't be within the data of a JPEG 2000 codestream. Bits are stuffed so that a
 * byte 0xff is never followed by one above 0x8f (ISO/IEC 15444-1, B.10.1 and D.4), but for the
 * markers that stand between packets and tile-parts. Of damage that breaks this JJ2000 decodes
 * without an end. Each tile-part is as long as its head tells (A.4.2), and each tile has one: in
 * the place of others JJ2000 shows grey.
 */
public final class Jpeg2000Markers {

  private static final int TILE_PART = 0x90;
  private static final int PACKET = 0x91;
  private static final int PACKET_HEADER_END = 0x92;
  private static final int DATA = 0x93;
  private static final int END = 0xd9;
  private static final int MOST_STUFFED = 0x8f;
  private static final int PACKET_SEGMENT_BYTES = 6;
  private static final int SIZE = 0x51;

  /** Where the head of a stream has the size of its tiles, and one of a tile-part its own. */
  private static final int SIZE_AT = 4;

  private static final int TILE_NUMBER_AT = 4;
  private static final int TILE_LENGTH_AT = 6;
  private static final int PARTS_AT = 11;
  private static final long MOST_TILES = 65_535;

  /**
   * Checks all data behind the first tile-part's head.
   *
   * @param bytes a codestream, and what may lie before and behind it
   * @param streamAt where it begins
   * @throws IOException where a byte can't stand, with its place in the codestream
   */
  public static void check(byte[] bytes, int streamAt) throws IOException {
    new Jpeg2000Markers(bytes, streamAt).check();
  }

  private final byte[] bytes;
  private final int streamAt;

  /** How many parts of each tile were seen, and how many its heads tell. */
  private final Map<Integer, Integer> parts = new HashMap<>();

  private final Map<Integer, Integer> partsTold = new HashMap<>();

  /** Where the last tile-part must end, where its head tells. */
  private OptionalLong end = OptionalLong.empty();

  private Jpeg2000Markers(byte[] bytes, int streamAt) {
    this.bytes = bytes;
    this.streamAt = streamAt;
  }

  private void check() throws IOException {
    int at = dataAfter(streamAt + 2);
    while (at + 1 < bytes.length) {
      int marker = bytes[at + 1] & 0xff;
      if ((bytes[at] & 0xff) != 0xff || marker <= MOST_STUFFED) {
        at++;
        continue;
      }
      switch (marker) {
        case TILE_PART -> {
          checkEnd(at);
          at = dataAfter(at);
        }
        case PACKET -> at += PACKET_SEGMENT_BYTES;
        case PACKET_HEADER_END -> at += 2;
        case END -> {
          checkEnd(at);
          checkTiles();
          return;
        }
        default ->
            throw new IOException("its JPEG 2000 stream is corrupt at its byte " + (at - streamAt));
      }
    }
  }

  private void checkEnd(int at) throws IOException {
    if (end.isPresent() && end.getAsLong() != at) {
      throw new IOException(
          "a tile of its JPEG 2000 stream should end at its byte %s, not %s"
              .formatted(end.getAsLong() - streamAt, at - streamAt));
    }
  }

  private void checkTiles() throws IOException {
    long all = tilesTold();
    if (parts.size() < all) {
      throw new IOException(
          "of the %s tiles of its JPEG 2000 stream %s are there".formatted(all, parts.size()));
    }
    for (Map.Entry<Integer, Integer> told : partsTold.entrySet()) {
      int seen = parts.get(told.getKey());
      if (seen < told.getValue()) {
        throw new IOException(
            "of the %s parts of tile %s of its JPEG 2000 stream %s are there"
                .formatted(told.getValue(), told.getKey(), seen));
      }
    }
  }

  /** Returns how many tiles the stream's head claims, 0 where it does not tell. */
  private long tilesTold() {
    int at = streamAt + 2 + SIZE_AT;
    if ((bytes[streamAt + 3] & 0xff) != SIZE || at + 34 > bytes.length) {
      return 0;
    }
    long[] size = new long[8];
    for (int i = 0; i < size.length; i++) {
      size[i] = number(at + 2 + 4 * i);
    }
    long wide = size[4];
    long high = size[5];
    if (wide == 0 || high == 0) {
      return 0;
    }
    long across = (size[0] - size[6] + wide - 1) / wide;
    long down = (size[1] - size[7] + high - 1) / high;
    return Math.min(MOST_TILES, across) * Math.min(MOST_TILES, down);
  }

  private long number(int at) {
    return (bytes[at] & 0xffL) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** Returns where data begins, over segments that tell their lengths. */
  private int dataAfter(int segment) throws IOException {
    int at = segment;
    while (at + 3 < bytes.length && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker == DATA) {
        return at + 2;
      }
      if (marker == TILE_PART && at + PARTS_AT < bytes.length) {
        tilePart(at);
      }
      at += 2 + ((bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff));
    }
    throw new IOException("its JPEG 2000 stream is corrupt: it has no data where it should begin");
  }

  private void tilePart(int at) {
    int tile = (bytes[at + TILE_NUMBER_AT] & 0xff) << 8 | (bytes[at + TILE_NUMBER_AT + 1] & 0xff);
    parts.merge(tile, 1, Integer::sum);
    int told = bytes[at + PARTS_AT] & 0xff;
    if (told > 0) {
      partsTold.put(tile, told);
    }
    long length = number(at + TILE_LENGTH_AT);
    // The last may leave it open.
    end = length == 0 ? OptionalLong.empty() : OptionalLong.of(at + length);
  }
}
