package org.ranklens.agreement;

/**
 * Pearson's correlation with Fisher's z interval (Fisher RA. Metron 1921;1:3-32). It tells whether
 * readings go together, not whether they agree.
 */
final class Correlation {

  private static final String METHOD = "Pearson; interval Fisher 1921";

  private Correlation() {}

  static Estimate of(double[] a, double[] b) {
    if (Sample.constant(a) || Sample.constant(b)) {
      return Estimate.undefined(METHOD, "correlation is undefined: one reader gave one value only");
    }
    double r = r(a, b);
    if (a.length < 4 || Math.abs(r) == 1) {
      return Estimate.withoutInterval(
          r, METHOD, a.length < 4 ? "no interval below 4 cases" : "no interval: all on one line");
    }
    double half = Quantile.normal() / Math.sqrt(a.length - 3);
    double z = FisherZ.of(r);
    return Estimate.of(r, Math.tanh(z - half), Math.tanh(z + half), METHOD);
  }

  static double r(double[] a, double[] b) {
    double r = Sample.products(a, b) / Math.sqrt(Sample.products(a, a) * Sample.products(b, b));
    // All on one line but for rounding: one, and not beyond.
    return Math.abs(r) > 1 - 1e-14 ? Math.signum(r) : r;
  }
}
