package org.ranklens.agreement;

import java.util.Arrays;

/** Sums over the values of one reader. */
final class Sample {

  private Sample() {}

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** Whether all values are one and the same; asked of the values, as sums may round. */
  static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /** Sum of products of the deviations from the means. */
  static double products(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - meanA) * (b[k] - meanB);
    }
    return sum;
  }

  static double[] differences(double[] a, double[] b) {
    double[] differences = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      differences[k] = a[k] - b[k];
    }
    return differences;
  }

  /** Without one of the values. */
  static double[] without(double[] values, int left) {
    double[] rest = new double[values.length - 1];
    System.arraycopy(values, 0, rest, 0, left);
    System.arraycopy(values, left + 1, rest, left, values.length - left - 1);
    return rest;
  }

  /** The middle value of sorted values, or the mean of the two middle ones. */
  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
