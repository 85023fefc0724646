package org.ranklens.agreement;

/**
 * Of how many cases two readers say the same, positive or negative, in percent; the second reader
 * is the reference. Intervals of Wilson EB. J Am Stat Assoc 1927;22:209-212.
 *
 * @param overall of all cases
 * @param positive of the cases the reference calls positive
 * @param negative of the cases the reference calls negative
 */
record PercentAgreement(Estimate overall, Estimate positive, Estimate negative) {

  static PercentAgreement of(double[] a, double[] b, double positiveFrom) {
    int[] same = new int[2];
    int[] all = new int[2];
    for (int k = 0; k < a.length; k++) {
      int reference = b[k] >= positiveFrom ? 1 : 0;
      all[reference]++;
      same[reference] += (a[k] >= positiveFrom ? 1 : 0) == reference ? 1 : 0;
    }
    String method = "positive from " + Decimal.shortest(positiveFrom) + "; interval Wilson 1927";
    return new PercentAgreement(
        wilson(same[0] + same[1], a.length, method, ""),
        wilson(same[1], all[1], method, "the reference calls no case positive"),
        wilson(same[0], all[0], method, "the reference calls no case negative"));
  }

  private static Estimate wilson(int hits, int cases, String method, String ifNone) {
    if (cases == 0) {
      return Estimate.undefined(method, ifNone);
    }
    double p = (double) hits / cases;
    double z = Quantile.normal();
    double squared = z * z;
    double middle = p + squared / (2 * cases);
    double half = z * Math.sqrt(p * (1 - p) / cases + squared / (4.0 * cases * cases));
    double scale = 100 / (1 + squared / cases);
    return Estimate.of(
        100 * p,
        Math.max(0, scale * (middle - half)),
        Math.min(100, scale * (middle + half)),
        method);
  }
}
