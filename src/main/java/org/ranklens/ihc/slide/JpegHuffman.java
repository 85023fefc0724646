package org.ranklens.ihc.slide;

import java.io.IOException;

/**
 * A Huffman table of JPEG (ITU-T T.81, annex C), made to walk over codes, not to decode them: one
 * look at the next bits tells how many bits the code and the value behind it take, and how many
 * coefficients it stands for; for a difference of means, its category instead.
 */
final class JpegHuffman {

  /** An end of block goes this far: past the 63 coefficients, wherever in the block it stands. */
  static final int END_OF_BLOCK = 128;

  /** A table of 4096 entries stays in the processor's first cache. */
  private static final int SHORT_BITS = 12;

  private static final int ZERO_RUN = 0xf0;

  /** By the next 12 bits: bits in all, and from bit 8 on the coefficients; 0 for a longer code. */
  private final int[] byShortCode = new int[1 << SHORT_BITS];

  /** The same for as many codes as these bits hold whole, up to an end of block. */
  private final int[] byShortCodes;

  private final int[] firstCode = new int[17];
  private final int[] countOf = new int[17];
  private final int[] firstValue = new int[17];
  private final int[] steps;

  /** By value: its code, and from bit 16 on the code's length; 0 where there is none. */
  private final int[] codeOf = new int[256];

  /**
   * Builds a table.
   *
   * @param counts 16 counts of codes by their length, at an offset of the stream
   * @param dc whether a value is a category of differences, not a run and a category
   */
  JpegHuffman(byte[] stream, int counts, int valuesEnd, boolean dc) throws IOException {
    steps = new int[256];
    int code = 0;
    int value = 0;
    for (int length = 1; length <= 16; length++) {
      firstCode[length] = code;
      firstValue[length] = value;
      countOf[length] = stream[counts + length - 1] & 0xff;
      for (int i = 0; i < countOf[length]; i++) {
        int at = counts + 16 + value;
        if (value >= 256 || at >= valuesEnd || code >= 1 << length) {
          throw new IOException("a Huffman table of its JPEG stream is corrupt");
        }
        steps[value] = step(stream[at] & 0xff, length, dc);
        codeOf[stream[at] & 0xff] = code | length << 16;
        if (length <= SHORT_BITS) {
          int from = code << (SHORT_BITS - length);
          java.util.Arrays.fill(
              byShortCode, from, from + (1 << (SHORT_BITS - length)), steps[value]);
        }
        value++;
        code++;
      }
      code <<= 1;
    }
    byShortCodes = dc ? byShortCode : together();
  }

  private int[] together() {
    int[] all = byShortCode.clone();
    for (int next = 0; next < all.length; next++) {
      int bits = all[next] & 0xff;
      int coefficients = all[next] >> 8;
      while (bits > 0 && bits < SHORT_BITS && coefficients < END_OF_BLOCK) {
        // The bits that are not known yet are taken as 0: a step that needs them is not taken.
        int step = byShortCode[(next << bits) & (all.length - 1)];
        if (step == 0 || bits + (step & 0xff) > SHORT_BITS) {
          break;
        }
        bits += step & 0xff;
        coefficients += step >> 8;
      }
      all[next] = bits | coefficients << 8;
    }
    return all;
  }

  private static int step(int value, int length, boolean dc) {
    if (dc) {
      int category = Math.min(value, 16);
      return (length + category) | category << 8;
    }
    int category = value & 15;
    int coefficients;
    if (category == 0) {
      coefficients = value == ZERO_RUN ? 16 : END_OF_BLOCK;
    } else {
      coefficients = (value >> 4) + 1;
    }
    return (length + category) | coefficients << 8;
  }

  /** Returns the code of a value, and from bit 16 on its length; 0 where there is none. */
  int code(int value) {
    return codeOf[value];
  }

  /** Returns as {@link #step} how far the next codes go together; 0 for a code that is too long. */
  int steps(int next) {
    return byShortCodes[next >> (16 - SHORT_BITS)];
  }

  /**
   * Returns how far the next code goes: bits in the lower 8 bits, coefficients above them; 0 where
   * no code begins so.
   *
   * @param next 16 bits
   */
  int step(int next) {
    int step = byShortCode[next >> (16 - SHORT_BITS)];
    return step != 0 ? step : longStep(next);
  }

  private int longStep(int next) {
    for (int length = SHORT_BITS + 1; length <= 16; length++) {
      int index = (next >> (16 - length)) - firstCode[length];
      if (index >= 0 && index < countOf[length]) {
        return steps[firstValue[length] + index];
      }
    }
    return 0;
  }
}
