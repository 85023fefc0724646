package org.ranklens.agreement;

/**
 * Bias and 95 % limits of agreement (Bland JM, Altman DG. Lancet 1986;1:307-310), the limits' own
 * intervals by their Stat Methods Med Res 1999;8:135-160.
 *
 * @param bias mean of the differences, first minus second reader
 * @param low bias minus 1.96 standard deviations
 * @param high bias plus 1.96 standard deviations
 */
record BlandAltman(Estimate bias, Estimate low, Estimate high) {

  static BlandAltman of(double[] a, double[] b) {
    double[] differences = Sample.differences(a, b);
    double n = differences.length;
    double mean = Sample.mean(differences);
    double deviation = Math.sqrt(Sample.products(differences, differences) / (n - 1));
    double t = Quantile.t(n - 1);
    double z = Quantile.normal();
    double halfBias = t * deviation / Math.sqrt(n);
    double halfLimit = t * deviation * Math.sqrt(1 / n + z * z / (2 * (n - 1)));
    String method = "Bland and Altman 1999";
    return new BlandAltman(
        Estimate.of(mean, mean - halfBias, mean + halfBias, method + "; interval by t"),
        limit(mean - z * deviation, halfLimit, method),
        limit(mean + z * deviation, halfLimit, method));
  }

  private static Estimate limit(double value, double half, String method) {
    return Estimate.of(value, value - half, value + half, method + ", bias -+ 1.96 SD");
  }
}
