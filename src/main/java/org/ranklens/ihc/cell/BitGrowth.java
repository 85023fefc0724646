package org.ranklens.ihc.cell;

/**
 * Grows black-and-white pictures by all pixels within a way of straight and diagonal steps, 64
 * pixels at once. It owns its array.
 */
final class BitGrowth {

  /** How far to the side the ways reach in each row up or down. */
  private final int[] half;

  private long[] wide = new long[4];

  BitGrowth(int tenthPixels) {
    half = new int[tenthPixels / GrowthSteps.STRAIGHT + 1];
    for (int y = 0; y < half.length; y++) {
      while (way(half[y] + 1, y) <= tenthPixels) {
        half[y]++;
      }
    }
  }

  private static int way(int x, int y) {
    return GrowthSteps.STRAIGHT * Math.abs(x - y) + GrowthSteps.DIAGONAL * Math.min(x, y);
  }

  /** Returns how many pixels a picture grows by to each side. */
  int reach() {
    return half.length - 1;
  }

  /**
   * Adds to a picture what another grows to; what leaves it at the sides is lost.
   *
   * @param words numbers of a row
   */
  void grow(long[] from, int words, int rows, long[] to) {
    if (wide.length < words) {
      wide = new long[2 * words];
    }
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, row * words, wide, 0, words);
      int width = 0;
      for (int y = half.length - 1; y >= 0; y--) {
        for (; width < half[y]; width++) {
          widen(words);
        }
        if (row >= y) {
          add(words, to, (row - y) * words);
        }
        if (row + y < rows) {
          add(words, to, (row + y) * words);
        }
      }
    }
  }

  private void add(int words, long[] to, int at) {
    for (int i = 0; i < words; i++) {
      to[at + i] |= wide[i];
    }
  }

  /** Adds a pixel on both sides. */
  private void widen(int words) {
    long before = 0;
    for (int i = 0; i < words; i++) {
      long own = wide[i];
      long behind = i + 1 < words ? wide[i + 1] << 63 : 0;
      wide[i] = own | (own << 1) | (own >>> 1) | (before >>> 63) | behind;
      before = own;
    }
  }
}
