package org.ranklens.ihc.stain;

/**
 * Finds the values of given ranks without sorting all of them. Hoare CAR. Algorithm 65: find.
 * Commun ACM 1961;4:321-322.
 */
final class Ranks {

  private Ranks() {}

  /**
   * Returns the value that a share of some values lies below. Values are moved.
   *
   * @param count of the values looked at, the first ones; at least one
   */
  static double at(double[] values, int count, double share) {
    int rank = (int) (share * (count - 1));
    int left = 0;
    int right = count - 1;
    while (left < right) {
      double pivot = middle(values[left], values[(left + right) >>> 1], values[right]);
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
          double swapped = values[i];
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

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
