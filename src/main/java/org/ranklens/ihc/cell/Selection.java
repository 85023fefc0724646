package org.ranklens.ihc.cell;

/**
 * Finds the values of given ranks without sorting all of them. Hoare CAR. Algorithm 65: find.
 * Commun ACM 1961;4:321-322.
 */
final class Selection {

  private Selection() {}

  /**
   * Returns the value of a rank. Values are moved, so that those of lower rank stand before it and
   * those of higher rank behind.
   *
   * @param from first of the values looked at
   * @param to behind the last of them
   * @param rank counted from the array's beginning; {@code from <= rank < to}
   */
  static float at(float[] values, int from, int to, int rank) {
    int left = from;
    int right = to - 1;
    while (left < right) {
      float pivot = middle(values[left], values[(left + right) >>> 1], values[right]);
      int i = left;
      int k = right;
      while (i <= k) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[k] > pivot) {
          k--;
        }
        if (i <= k) {
          float swapped = values[i];
          values[i++] = values[k];
          values[k--] = swapped;
        }
      }
      if (rank <= k) {
        right = k;
      } else if (rank >= i) {
        left = i;
      } else {
        break;
      }
    }
    return values[rank];
  }

  /**
   * Returns quantiles, of which there are some in ascending order. Values are moved.
   *
   * @param count of the values looked at, the first ones; at least one
   */
  static double[] quantiles(float[] values, int count, double... of) {
    double[] found = new double[of.length];
    int from = 0;
    for (int i = 0; i < of.length; i++) {
      int rank = (int) (of[i] * (count - 1));
      found[i] = at(values, from, count, rank);
      from = rank;
    }
    return found;
  }

  private static float middle(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
