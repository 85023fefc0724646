package org.ranklens.pet.lesion;

import java.util.Arrays;

/** Values by their rank. */
final class Ranks {

  private Ranks() {}

  /** Returns the median of values that are sorted by this, the upper of two middle ones. */
  static double median(double[] values) {
    return median(values, values.length);
  }

  /** Returns the median of the first n values, at least one, that are sorted by this. */
  static double median(double[] values, int n) {
    return at(0.5, values, n);
  }

  /**
   * Returns the value that a part of the first n values, at least one, lies below; these are sorted
   * by this.
   *
   * @param part 0 to less than 1
   */
  static double at(double part, double[] values, int n) {
    Arrays.sort(values, 0, n);
    return values[(int) (part * n)];
  }
}
