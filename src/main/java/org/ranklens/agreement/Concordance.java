package org.ranklens.agreement;

/**
 * Concordance correlation (Lin LI. Biometrics 1989;45:255-268), variances over n, with the interval
 * on the z scale of the same paper as corrected in Biometrics 2000;56:324-325.
 */
final class Concordance {

  private static final String METHOD = "Lin 1989, variances over n; interval by z, Lin 2000";

  private Concordance() {}

  static Estimate of(double[] a, double[] b) {
    double n = a.length;
    double shift = Sample.mean(a) - Sample.mean(b);
    double spreadA = Sample.products(a, a) / n;
    double spreadB = Sample.products(b, b) / n;
    if (Sample.constant(a) && Sample.constant(b)) {
      return Estimate.undefined(METHOD, "CCC is undefined: both readers gave one value only");
    }
    double ccc = 2 * Sample.products(a, b) / n / (spreadA + spreadB + shift * shift);
    if (Sample.constant(a) || Sample.constant(b)) {
      return Estimate.withoutInterval(
          0, METHOD, "no interval: one reader gave one value only, which makes CCC 0");
    }
    double r = Correlation.r(a, b);
    if (a.length < 4 || Math.abs(r) == 1 || ccc == 0) {
      return Estimate.withoutInterval(
          ccc, METHOD, a.length < 4 ? "no interval below 4 cases" : "no interval: all on one line");
    }
    double u = shift * shift / Math.sqrt(spreadA * spreadB);
    double half = Quantile.normal() * standardError(ccc, r, u, n);
    double z = FisherZ.of(ccc);
    return Estimate.of(ccc, Math.tanh(z - half), Math.tanh(z + half), METHOD);
  }

  private static double standardError(double ccc, double r, double u, double n) {
    double p2 = ccc * ccc;
    double variance =
        ((1 - r * r) * p2 * (1 - p2) / (r * r)
                + 2 * p2 * ccc * (1 - ccc) * u / r
                - p2 * p2 * u * u / (2 * r * r))
            / (n - 2);
    return Math.sqrt(Math.max(0, variance)) / (1 - p2);
  }
}
