package org.ranklens.pet.mask;

/** Which points of a row lie inside a polygon by the even-odd rule. */
final class EvenOdd {

  private EvenOdd() {}

  /**
   * Flips the flag of each point inside.
   *
   * @param x corners
   * @param y corners
   * @param rowY where the row lies
   * @param pointX points of the row
   * @param flags a flag for each point, from index {@code at}
   */
  static void flip(double[] x, double[] y, double rowY, double[] pointX, boolean[] flags, int at) {
    int n = x.length;
    for (int p = 0, q = n - 1; p < n; q = p++) {
      // Half open: a corner on the row belongs to the edge that lies above it alone.
      if ((y[p] > rowY) == (y[q] > rowY)) {
        continue;
      }
      double crossing = (x[q] - x[p]) * (rowY - y[p]) / (y[q] - y[p]) + x[p];
      for (int i = 0; i < pointX.length; i++) {
        if (pointX[i] < crossing) {
          flags[at + i] ^= true;
        }
      }
    }
  }
}
