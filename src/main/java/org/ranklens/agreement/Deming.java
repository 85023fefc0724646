package org.ranklens.agreement;

import java.util.OptionalDouble;

/**
 * Deming regression, both readers' errors equal (Deming WE. Statistical Adjustment of Data. Wiley
 * 1943), intervals by the jackknife as in Linnet K. Clin Chem 1993;39:424-432.
 */
final class Deming {

  private static final String METHOD = "Deming 1943, equal errors; interval jackknife, Linnet 1993";

  private Deming() {}

  /** The first reader's values on those of the second. */
  static Line of(double[] first, double[] second) {
    OptionalDouble slope = slope(first, second);
    if (slope.isEmpty()) {
      return Line.undefined(METHOD, "no line: the readings do not go together");
    }
    int n = first.length;
    double value = slope.getAsDouble();
    return new Line(
        Jackknife.interval(
            value,
            n,
            left -> slope(Sample.without(first, left), Sample.without(second, left)),
            n - 2,
            METHOD),
        Jackknife.interval(
            intercept(first, second, value),
            n,
            left -> intercept(Sample.without(first, left), Sample.without(second, left)),
            n - 2,
            METHOD));
  }

  private static OptionalDouble slope(double[] y, double[] x) {
    if (Sample.constant(x) || Sample.constant(y)) {
      return OptionalDouble.empty();
    }
    double u = Sample.products(x, x);
    double q = Sample.products(y, y);
    double p = Sample.products(x, y);
    if (p == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((q - u + Math.sqrt((q - u) * (q - u) + 4 * p * p)) / (2 * p));
  }

  private static OptionalDouble intercept(double[] y, double[] x) {
    OptionalDouble slope = slope(y, x);
    return slope.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(intercept(y, x, slope.getAsDouble()));
  }

  private static double intercept(double[] y, double[] x, double slope) {
    return Sample.mean(y) - slope * Sample.mean(x);
  }
}
