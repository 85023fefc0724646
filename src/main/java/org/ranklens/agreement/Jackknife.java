package org.ranklens.agreement;

import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Interval of a statistic by leaving out one case at a time (Efron B, Tibshirani RJ. An
 * Introduction to the Bootstrap. Chapman and Hall 1993, chapter 11).
 */
final class Jackknife {

  private Jackknife() {}

  /**
   * @param value the statistic of all cases
   * @param cases how many
   * @param without the statistic without one of them, empty where it is undefined
   * @param degreesOfFreedom of the t distribution
   */
  static Estimate interval(
      double value,
      int cases,
      IntFunction<OptionalDouble> without,
      int degreesOfFreedom,
      String method) {
    double[] pseudo = new double[cases];
    for (int k = 0; k < cases; k++) {
      OptionalDouble left = without.apply(k);
      if (left.isEmpty()) {
        return Estimate.withoutInterval(
            value, method, "no interval: without one of the cases it is undefined");
      }
      pseudo[k] = cases * value - (cases - 1) * left.getAsDouble();
    }
    double variance = Sample.products(pseudo, pseudo) / (cases - 1);
    double half = Quantile.t(degreesOfFreedom) * Math.sqrt(variance / cases);
    return Estimate.of(value, value - half, value + half, method);
  }
}
