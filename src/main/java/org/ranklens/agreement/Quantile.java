package org.ranklens.agreement;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The quantiles that bound a 95 % interval. */
final class Quantile {

  /** 2.5 % beyond either limit. */
  private static final double UPPER = 0.975;

  private Quantile() {}

  /** Of the standard normal distribution: 1.96. */
  static double normal() {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(UPPER);
  }

  static double t(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(UPPER);
  }

  static double f(double numerator, double denominator) {
    return FDistribution.of(numerator, denominator).inverseCumulativeProbability(UPPER);
  }
}
