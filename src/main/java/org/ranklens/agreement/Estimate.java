package org.ranklens.agreement;

import java.util.OptionalDouble;

/**
 * A statistic with its 95 % interval, or the reason why there is none.
 *
 * @param value the statistic, empty where it is undefined
 * @param low lower limit of the interval, empty where there is none
 * @param high upper limit
 * @param method how value and interval were made
 * @param reason why value or interval is missing, empty where nothing is
 */
record Estimate(
    OptionalDouble value, OptionalDouble low, OptionalDouble high, String method, String reason) {

  static Estimate of(double value, double low, double high, String method) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("an estimate must be a number, not " + value);
    }
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      return withoutInterval(value, method, "too few different values for an interval");
    }
    return new Estimate(
        OptionalDouble.of(value), OptionalDouble.of(low), OptionalDouble.of(high), method, "");
  }

  static Estimate withoutInterval(double value, String method, String reason) {
    return new Estimate(
        OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty(), method, reason);
  }

  static Estimate undefined(String method, String reason) {
    return new Estimate(
        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), method, reason);
  }

  /** The same, its interval cut where it leaves what a kappa can be, and its method saying so. */
  Estimate cutAtOne() {
    boolean within = low.orElse(0) >= -1 && high.orElse(0) <= 1;
    return within
        ? this
        : of(
            value.orElseThrow(),
            Math.max(-1, low.orElseThrow()),
            Math.min(1, high.orElseThrow()),
            method + ", cut at -1 and 1");
  }

  /** The same, with a remark behind its method. */
  Estimate noting(String remark) {
    return remark.isEmpty() ? this : new Estimate(value, low, high, method + "; " + remark, reason);
  }
}
