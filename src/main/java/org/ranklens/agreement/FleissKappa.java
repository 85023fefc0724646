package org.ranklens.agreement;

import java.util.OptionalDouble;

/**
 * Kappa of several readers (Fleiss JL. Psychol Bull 1971;76:378-382), with an interval by the
 * jackknife over cases, cut where it passes 1 or -1.
 */
final class FleissKappa {

  private static final String METHOD = "Fleiss 1971; interval jackknife over cases";

  private FleissKappa() {}

  /**
   * @param ratings a row per case, a column per reader, categories from 0
   * @param categories how many there are
   */
  static Estimate of(int[][] ratings, int categories) {
    OptionalDouble kappa = kappa(ratings, categories, -1);
    if (kappa.isEmpty()) {
      return Estimate.undefined(
          METHOD, "kappa is undefined: all readers put every case into one and the same category");
    }
    return Jackknife.interval(
            kappa.getAsDouble(),
            ratings.length,
            left -> kappa(ratings, categories, left),
            ratings.length - 1,
            METHOD)
        .cutAtOne();
  }

  private static OptionalDouble kappa(int[][] ratings, int categories, int left) {
    double[] totals = new double[categories];
    double agreement = 0;
    int cases = 0;
    int readers = ratings[0].length;
    for (int k = 0; k < ratings.length; k++) {
      if (k != left) {
        agreement += agreement(ratings[k], totals);
        cases++;
      }
    }
    double expected = 0;
    for (double total : totals) {
      double share = total / ((double) cases * readers);
      expected += share * share;
      if (total == (double) cases * readers) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of((agreement / cases - expected) / (1 - expected));
  }

  /** The share of pairs of readers who agree on a case; counts the categories on the way. */
  private static double agreement(int[] readings, double[] totals) {
    int[] counts = new int[totals.length];
    for (int category : readings) {
      counts[category]++;
      totals[category]++;
    }
    double pairs = 0;
    for (int count : counts) {
      pairs += (double) count * (count - 1);
    }
    return pairs / ((double) readings.length * (readings.length - 1));
  }
}
