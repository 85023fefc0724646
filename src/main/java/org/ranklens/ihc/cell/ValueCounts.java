package org.ranklens.ihc.cell;

import java.util.Arrays;

/** Counts values in narrow bins, to take percentiles of them. It owns its array. */
final class ValueCounts {

  private final double first;
  private final double width;
  private final int[] counts;
  private int all;

  /**
   * Begins with nothing.
   *
   * @param first the value in the middle of the first bin; what is lower counts as it
   * @param last the value in the middle of the last bin; what is higher counts as it
   */
  ValueCounts(double first, double last, double width) {
    this.first = first;
    this.width = width;
    this.counts = new int[(int) Math.round((last - first) / width) + 1];
  }

  void clear() {
    Arrays.fill(counts, 0);
    all = 0;
  }

  void add(double value) {
    int bin = (int) Math.rint((value - first) / width);
    counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
    all++;
  }

  /**
   * Returns the value, to the bin, that a share of those counted is below; 0 where there is none.
   */
  double percentile(double share) {
    int left = (int) (share * all);
    for (int bin = 0; bin < counts.length; bin++) {
      left -= counts[bin];
      if (left < 0) {
        return first + bin * width;
      }
    }
    return 0;
  }
}
