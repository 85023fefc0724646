package org.ranklens.ihc.score;

/**
 * The Allred score: proportion (0 to 5) plus intensity (0 to 3).
 *
 * <p>Allred DC, Harvey JM, Berardo M, Clark GM. Prognostic and predictive factors in breast cancer
 * by immunohistochemical analysis. Mod Pathol 1998;11:155-168. The intensity of cell counts follows
 * QuPath: the mean class of the positive cells, cut at 5/3 and 7/3.
 *
 * @param proportion 0 none, 1 below 1/100, 2 to 1/10, 3 to 1/3, 4 to 2/3, 5 above
 * @param intensity 0 none, 1 weak, 2 moderate, 3 strong
 */
record Allred(int proportion, int intensity) {

  /** Returns the score of at least one cell. Whole numbers are compared, so no cut is rounded. */
  static Allred of(ClassCounts counts) {
    long positive = counts.positive();
    if (positive == 0) {
      return new Allred(0, 0);
    }
    return new Allred(proportion(positive, counts.total()), intensity(counts));
  }

  int total() {
    return proportion + intensity;
  }

  private static int proportion(long positive, long total) {
    if (100 * positive < total) {
      return 1;
    }
    if (10 * positive <= total) {
      return 2;
    }
    if (3 * positive <= total) {
      return 3;
    }
    return 3 * positive <= 2 * total ? 4 : 5;
  }

  private static int intensity(ClassCounts counts) {
    long threefoldSum = 3 * counts.weightedSum();
    if (threefoldSum > 7 * counts.positive()) {
      return 3;
    }
    return threefoldSum > 5 * counts.positive() ? 2 : 1;
  }
}
