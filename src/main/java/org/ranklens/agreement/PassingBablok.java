package org.ranklens.agreement;

import java.util.Arrays;

/**
 * Passing-Bablok regression: the shifted median of the slopes between all pairs of cases (Passing
 * H, Bablok W. J Clin Chem Clin Biochem 1983;21:709-720). Pairs of equal cases and slopes of -1 are
 * left out.
 */
final class PassingBablok {

  private static final String METHOD = "Passing and Bablok 1983";

  /** All pairs of more cases than this would take gigabytes. */
  private static final int MOST_CASES = 5_000;

  private PassingBablok() {}

  /** The first reader's values on those of the second. */
  static Line of(double[] first, double[] second) {
    if (Sample.constant(first) || Sample.constant(second)) {
      return Line.undefined(METHOD, "no line: one reader gave one value only");
    }
    if (first.length > MOST_CASES) {
      return Line.undefined(METHOD, "no line: more than 5,000 cases");
    }
    double[] slopes = slopes(second, first);
    int shift = (int) Arrays.stream(slopes).filter(slope -> slope < -1).count();
    int last = slopes.length - 1;
    int middle = slopes.length / 2 + shift;
    if (slopes.length == 0 || middle > last) {
      return Line.undefined(METHOD, "no line: the readings do not rise together");
    }
    double slope =
        slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    if (!Double.isFinite(slope)) {
      return Line.undefined(METHOD, "no line: the second reader's values hardly differ");
    }
    double n = first.length;
    double c = Quantile.normal() * Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
    int low = (int) Math.rint((slopes.length - c) / 2) + shift - 1;
    int high = slopes.length - (int) Math.rint((slopes.length - c) / 2) + shift;
    double slopeLow = low < 0 ? Double.NEGATIVE_INFINITY : slopes[low];
    double slopeHigh = high > last ? Double.POSITIVE_INFINITY : slopes[high];
    return new Line(
        Estimate.of(slope, slopeLow, slopeHigh, METHOD),
        Estimate.of(
            intercept(first, second, slope),
            intercept(first, second, slopeHigh),
            intercept(first, second, slopeLow),
            METHOD));
  }

  private static double[] slopes(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        if ((dx != 0 || dy != 0) && dy != -dx) {
          slopes[count++] = dx == 0 ? Math.signum(dy) * Double.POSITIVE_INFINITY : dy / dx;
        }
      }
    }
    double[] sorted = Arrays.copyOf(slopes, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static double intercept(double[] y, double[] x, double slope) {
    if (!Double.isFinite(slope)) {
      return slope;
    }
    double[] rest = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      rest[k] = y[k] - slope * x[k];
    }
    Arrays.sort(rest);
    return Sample.median(rest);
  }
}
