package org.ranklens.ihc.cell;

/**
 * Floods black-and-white pictures by whole rows: 64 pixels stand in a number, the first in its
 * lowest bit.
 */
final class BitFlood {

  private BitFlood() {}

  /**
   * Adds all that hangs together with what is found, by edges.
   *
   * @param found of a picture of {@code rows} rows; all of it lies within
   * @param words numbers of a row
   */
  static void spread(long[] found, long[] within, int words, int rows) {
    boolean more = true;
    while (more) {
      more = false;
      for (int row = 0; row < rows; row++) {
        more |= fill(found, within, row * words, words, row > 0 ? -words : 0);
      }
      for (int row = rows - 1; row >= 0; row--) {
        more |= fill(found, within, row * words, words, row < rows - 1 ? words : 0);
      }
    }
  }

  /**
   * Sets pixels of a row.
   *
   * @param row its first number
   * @param to behind the last pixel
   */
  static void set(long[] bits, int row, int from, int to) {
    for (int x = from; x < to; ) {
      int end = Math.min(to, (x | 63) + 1);
      bits[row + x / 64] |= (-1L >>> (64 - end + x)) << x;
      x = end;
    }
  }

  /** Fills a row from itself and a row beside it; returns whether anything was added. */
  private static boolean fill(long[] found, long[] within, int from, int words, int beside) {
    long added = 0;
    for (int i = from; i < from + words; i++) {
      long seed = (found[i + beside] & within[i]) | found[i];
      if (i > from) {
        seed |= (found[i - 1] >>> 63) & within[i];
      }
      long filled = fill(seed, within[i]);
      added |= filled ^ found[i];
      found[i] = filled;
    }
    for (int i = from + words - 2; i >= from; i--) {
      long seed = (found[i + 1] << 63) & within[i] & ~found[i];
      if (seed != 0) {
        found[i] |= fill(seed, within[i]);
        added = -1;
      }
    }
    return added != 0;
  }

  /** Fills the runs of a number that a seed lies in. */
  private static long fill(long seed, long within) {
    if (seed == 0) {
      return 0;
    }
    // A sum carries from a seed up to the end of its run.
    long filled = (((within + seed) ^ within) | seed) & within;
    // Downwards by doubling steps, as chess programs move their rooks.
    long way = within;
    for (int step = 1; step < 64; step *= 2) {
      filled |= way & (filled >>> step);
      way &= way >>> step;
    }
    return filled;
  }
}
