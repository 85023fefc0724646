package org.ranklens.agreement;

/**
 * Intraclass correlation of single readings, two-way: ICC(2,1), readers a random sample, absolute
 * agreement; ICC(3,1), these readers alone, consistency (Shrout PE, Fleiss JL. Psychol Bull
 * 1979;86:420-428), with their F intervals (the same and McGraw KO, Wong SP. Psychol Methods
 * 1996;1:30-46).
 */
final class IntraclassCorrelation {

  private static final String METHOD = "Shrout and Fleiss 1979; interval McGraw and Wong 1996";

  private final double cases;
  private final double readers;
  private final double betweenCases;
  private final double betweenReaders;
  private final double error;

  /**
   * @param values a row per case, a column per reader
   */
  IntraclassCorrelation(double[][] values) {
    cases = values.length;
    readers = values[0].length;
    double grand = 0;
    double[] ofReader = new double[values[0].length];
    double[] ofCase = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      for (int j = 0; j < values[k].length; j++) {
        grand += values[k][j] / (cases * readers);
        ofReader[j] += values[k][j] / cases;
        ofCase[k] += values[k][j] / readers;
      }
    }
    double sumCases = squares(ofCase, grand) * readers;
    double sumReaders = squares(ofReader, grand) * cases;
    double residual = 0;
    for (int k = 0; k < values.length; k++) {
      for (int j = 0; j < values[k].length; j++) {
        double rest = values[k][j] - ofCase[k] - ofReader[j] + grand;
        residual += rest * rest;
      }
    }
    double scale = magnitude(values);
    betweenCases = clean(sumCases / (cases - 1), scale);
    betweenReaders = clean(sumReaders / (readers - 1), scale);
    error = clean(residual / ((cases - 1) * (readers - 1)), scale);
  }

  private static double squares(double[] means, double grand) {
    double sum = 0;
    for (double mean : means) {
      sum += (mean - grand) * (mean - grand);
    }
    return sum;
  }

  private static double magnitude(double[][] values) {
    double largest = 0;
    for (double[] row : values) {
      for (double value : row) {
        largest = Math.max(largest, value * value);
      }
    }
    return largest;
  }

  /** What rounding leaves of equal readings is no difference. */
  private static double clean(double meanSquare, double scale) {
    return meanSquare < 1e-24 * scale ? 0 : meanSquare;
  }

  private boolean nothingDiffers() {
    return betweenCases == 0 && error == 0;
  }

  /** ICC(2,1). */
  Estimate agreement() {
    double below =
        betweenCases + (readers - 1) * error + readers * (betweenReaders - error) / cases;
    if (nothingDiffers()) {
      return Estimate.undefined(METHOD, "ICC is undefined: the cases do not differ");
    }
    double icc = (betweenCases - error) / below;
    if (error == 0) {
      return Estimate.withoutInterval(
          icc, METHOD, "no interval: the readings differ by a constant");
    }
    double ratio = betweenReaders / error;
    double own = cases * (1 + (readers - 1) * icc) - readers * icc;
    double up = readers * icc * ratio + own;
    double freedom =
        (readers - 1)
            * (cases - 1)
            * up
            * up
            / ((cases - 1) * readers * readers * icc * icc * ratio * ratio + own * own);
    double spread = readers * betweenReaders + (readers * cases - readers - cases) * error;
    double fLow = Quantile.f(cases - 1, freedom);
    double fHigh = Quantile.f(freedom, cases - 1);
    double low = cases * (betweenCases - fLow * error) / (fLow * spread + cases * betweenCases);
    double high = cases * (fHigh * betweenCases - error) / (spread + cases * fHigh * betweenCases);
    return Estimate.of(icc, low, high, METHOD);
  }

  /** ICC(3,1). */
  Estimate consistency() {
    double below = betweenCases + (readers - 1) * error;
    if (nothingDiffers()) {
      return Estimate.undefined(METHOD, "ICC is undefined: the cases do not differ");
    }
    double icc = (betweenCases - error) / below;
    if (error == 0) {
      return Estimate.withoutInterval(
          icc, METHOD, "no interval: the readings differ by a constant");
    }
    double ratio = betweenCases / error;
    double rest = (cases - 1) * (readers - 1);
    double low = ratio / Quantile.f(cases - 1, rest);
    double high = ratio * Quantile.f(rest, cases - 1);
    return Estimate.of(
        icc, (low - 1) / (low + readers - 1), (high - 1) / (high + readers - 1), METHOD);
  }
}
