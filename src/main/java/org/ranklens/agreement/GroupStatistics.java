package org.ranklens.agreement;

import java.util.LinkedHashMap;
import java.util.Map;

/** The statistics of three readers or more. */
final class GroupStatistics {

  private GroupStatistics() {}

  /**
   * @param values a row per case, a column per reader
   */
  static Map<String, Estimate> of(double[][] values, Metric metric) {
    Map<String, Estimate> all = new LinkedHashMap<>();
    if (values.length < PairStatistics.LEAST_CASES) {
      String reason =
          "needs at least "
              + PairStatistics.LEAST_CASES
              + " cases read by all; there are "
              + values.length;
      all.put("fleiss_kappa", Estimate.undefined("", reason));
      all.put("icc_2_1", Estimate.undefined("", reason));
      all.put("icc_3_1", Estimate.undefined("", reason));
      return all;
    }
    int[][] categories = new int[values.length][];
    for (int k = 0; k < values.length; k++) {
      categories[k] = new int[values[k].length];
      for (int j = 0; j < values[k].length; j++) {
        categories[k][j] = metric.category(values[k][j]);
      }
    }
    all.put(
        "fleiss_kappa", FleissKappa.of(categories, metric.categories()).noting(metric.binning()));
    IntraclassCorrelation icc = new IntraclassCorrelation(values);
    all.put("icc_2_1", icc.agreement());
    all.put("icc_3_1", icc.consistency());
    return all;
  }
}
