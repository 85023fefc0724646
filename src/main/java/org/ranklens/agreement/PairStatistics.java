package org.ranklens.agreement;

import java.util.LinkedHashMap;
import java.util.Map;

/** All statistics of a pair of readers, by their names, in the order of the table. */
final class PairStatistics {

  /** With fewer cases no statistic here means anything. */
  static final int LEAST_CASES = 3;

  private PairStatistics() {}

  static Map<String, Estimate> of(Pair pair) {
    Map<String, Estimate> all = new LinkedHashMap<>();
    if (pair.n() < LEAST_CASES) {
      String reason =
          "needs at least " + LEAST_CASES + " cases read by both; there are " + pair.n();
      for (String name : new String[] {"cohen_kappa", "icc_2_1", "ccc", "bias"}) {
        all.put(name, Estimate.undefined("", reason));
      }
      return all;
    }
    kappas(pair, all);
    IntraclassCorrelation icc = new IntraclassCorrelation(sideBySide(pair));
    all.put("icc_2_1", icc.agreement());
    all.put("icc_3_1", icc.consistency());
    all.put("pearson_r", Correlation.of(pair.a, pair.b));
    all.put("ccc", Concordance.of(pair.a, pair.b));
    BlandAltman limits = BlandAltman.of(pair.a, pair.b);
    all.put("bias", limits.bias());
    all.put("loa_low", limits.low());
    all.put("loa_high", limits.high());
    if (pair.metric.isMeasure()) {
      lines(pair, all);
    }
    PercentAgreement percent = PercentAgreement.of(pair.a, pair.b, pair.metric.positiveFrom());
    all.put("overall_percent_agreement", percent.overall());
    all.put("positive_percent_agreement", percent.positive());
    all.put("negative_percent_agreement", percent.negative());
    return all;
  }

  private static void kappas(Pair pair, Map<String, Estimate> all) {
    int categories = pair.metric.categories();
    all.put("cohen_kappa", kappa(pair, categories, Kappa.Weights.NONE));
    all.put("weighted_kappa_linear", kappa(pair, categories, Kappa.Weights.LINEAR));
    all.put("weighted_kappa_quadratic", kappa(pair, categories, Kappa.Weights.QUADRATIC));
  }

  private static Estimate kappa(Pair pair, int categories, Kappa.Weights weights) {
    return Kappa.of(pair.categoriesA(), pair.categoriesB(), categories, weights)
        .noting(pair.metric.binning());
  }

  private static void lines(Pair pair, Map<String, Estimate> all) {
    Line passingBablok = PassingBablok.of(pair.a, pair.b);
    all.put("passing_bablok_slope", passingBablok.slope());
    all.put("passing_bablok_intercept", passingBablok.intercept());
    Line deming = Deming.of(pair.a, pair.b);
    all.put("deming_slope", deming.slope());
    all.put("deming_intercept", deming.intercept());
  }

  private static double[][] sideBySide(Pair pair) {
    double[][] table = new double[pair.n()][];
    for (int k = 0; k < table.length; k++) {
      table[k] = new double[] {pair.a[k], pair.b[k]};
    }
    return table;
  }
}
