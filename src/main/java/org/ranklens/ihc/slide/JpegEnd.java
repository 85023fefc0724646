package org.ranklens.ihc.slide;

import java.util.Optional;

/**
 * Where the last code of a JPEG stream ends, told from behind: the last block mostly ends with the
 * code for an end of block, and ones fill up its byte.
 *
 * @param at the byte in which it ends
 * @param bits the bits of that byte that belong to codes
 * @param count how many they are
 */
record JpegEnd(int at, int bits, int count) {

  /**
   * Finds the end.
   *
   * @param from where the codes begin
   * @param last the table of the last block
   * @return empty where it can't be told
   */
  static Optional<JpegEnd> of(byte[] stream, int from, JpegHuffman last) {
    int marker = stream.length - 2;
    while (marker > from && (stream[marker] != (byte) 0xff || stream[marker + 1] != (byte) 0xd9)) {
      marker--;
    }
    int at = marker;
    int lastAt = 0;
    int tail = 0;
    for (int i = 0; i < 4; i++) {
      at -= at - 2 > from && stream[at - 1] == 0 && stream[at - 2] == (byte) 0xff ? 2 : 1;
      if (at < from) {
        return Optional.empty();
      }
      tail |= (stream[at] & 0xff) << (8 * i);
      lastAt = i == 0 ? at : lastAt;
    }
    int code = last.code(0);
    int filling =
        Integer.numberOfTrailingZeros(~tail) - Integer.numberOfTrailingZeros(~(code & 0xffff));
    boolean ends =
        code != 0
            && filling >= 0
            && filling < 8
            && (tail >>> filling & (1 << (code >> 16)) - 1) == (code & 0xffff);
    if (!ends) {
      return Optional.empty();
    }
    return Optional.of(new JpegEnd(lastAt, (stream[lastAt] & 0xff) >> filling, 8 - filling));
  }
}
