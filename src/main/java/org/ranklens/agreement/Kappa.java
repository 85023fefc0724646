package org.ranklens.agreement;

/**
 * Cohen's kappa, plain and weighted (Cohen J. Educ Psychol Meas 1960;20:37-46 and Psychol Bull
 * 1968;70:213-220), with the large-sample interval of Fleiss JL, Cohen J, Everitt BS. Psychol Bull
 * 1969;72:323-327. That interval is symmetric, and with few cases passes 1 or -1, which no kappa
 * does: it is cut there.
 */
final class Kappa {

  /** How much of an agreement two categories are, from 0 to 1. */
  enum Weights {
    NONE("Cohen 1960"),
    LINEAR("Cohen 1968, weights 1 - |i-j| / (k-1)"),
    QUADRATIC("Cohen 1968, weights 1 - (i-j)^2 / (k-1)^2");

    private final String source;

    Weights(String source) {
      this.source = source;
    }

    double of(int i, int j, int categories) {
      double apart = Math.abs(i - j) / (double) (categories - 1);
      return switch (this) {
        case NONE -> i == j ? 1 : 0;
        case LINEAR -> 1 - apart;
        case QUADRATIC -> 1 - apart * apart;
      };
    }
  }

  private final double[][] share;
  private final double[] rows;
  private final double[] columns;
  private final double[][] weight;
  private final int cases;

  private Kappa(int[] a, int[] b, int categories, Weights weights) {
    cases = a.length;
    share = new double[categories][categories];
    rows = new double[categories];
    columns = new double[categories];
    weight = new double[categories][categories];
    for (int k = 0; k < cases; k++) {
      share[a[k]][b[k]] += 1.0 / cases;
      rows[a[k]] += 1.0 / cases;
      columns[b[k]] += 1.0 / cases;
    }
    for (int i = 0; i < categories; i++) {
      for (int j = 0; j < categories; j++) {
        weight[i][j] = weights.of(i, j, categories);
      }
    }
  }

  /**
   * @param a categories of the one reader, from 0
   * @param b of the other
   * @param categories how many there are
   */
  static Estimate of(int[] a, int[] b, int categories, Weights weights) {
    String method = weights.source + "; interval Fleiss, Cohen and Everitt 1969";
    if (oneCategory(a, b)) {
      return Estimate.undefined(
          method, "kappa is undefined: both readers put every case into one and the same category");
    }
    return new Kappa(a, b, categories, weights).estimate(method);
  }

  private static boolean oneCategory(int[] a, int[] b) {
    for (int k = 0; k < a.length; k++) {
      if (a[k] != a[0] || b[k] != a[0]) {
        return false;
      }
    }
    return true;
  }

  private Estimate estimate(String method) {
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        observed += weight[i][j] * share[i][j];
        expected += weight[i][j] * rows[i] * columns[j];
      }
    }
    double kappa = (observed - expected) / (1 - expected);
    double half = Quantile.normal() * Math.sqrt(variance(observed, expected));
    return Estimate.of(kappa, kappa - half, kappa + half, method).cutAtOne();
  }

  private double variance(double observed, double expected) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        double mean = meanWeight(i, j);
        double term = weight[i][j] * (1 - expected) - mean * (1 - observed);
        sum += share[i][j] * term * term;
      }
    }
    double centre = observed * expected - 2 * expected + observed;
    double scale = (1 - expected) * (1 - expected);
    return Math.max(0, (sum - centre * centre) / (cases * scale * scale));
  }

  /** The mean weight of a row and of a column, by the other reader's shares. */
  private double meanWeight(int row, int column) {
    double mean = 0;
    for (int k = 0; k < rows.length; k++) {
      mean += weight[row][k] * columns[k] + weight[k][column] * rows[k];
    }
    return mean;
  }
}
