package org.ranklens.study;

/**
 * Optical densities counted by their four decimals, as the tables hold them: any number of them.
 */
final class OdCounts {

  private static final double LEAST = -5;
  private static final double MOST = 5;
  private static final int STEPS = 10_000;

  private final long[] counts = new long[(int) ((MOST - LEAST) * STEPS) + 1];
  private long total;

  void add(double od) {
    counts[(int) Math.round((Math.max(LEAST, Math.min(MOST, od)) - LEAST) * STEPS)]++;
    total++;
  }

  long total() {
    return total;
  }

  /**
   * Returns the least value that at least this part of all values does not exceed.
   *
   * @param part above 0, up to 1; there must be a value
   */
  double percentile(double part) {
    long wanted = (long) Math.ceil(part * total);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && seen > 0) {
        return (i + LEAST * STEPS) / STEPS;
      }
    }
    throw new IllegalArgumentException("there is no value");
  }
}
