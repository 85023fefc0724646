package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * A queue of pixels by cost for costs that never fall by more than a known step: equal costs leave
 * in the order they came, so the order is the same in every tile.
 */
final class BucketQueue {

  private final int[][] buckets;
  private final int[] begin;
  private final int[] end;
  private int cost;
  private long waiting;

  /** Makes a queue whose costs are at most {@code span - 1} above the lowest one inside. */
  BucketQueue(int span) {
    buckets = new int[span][16];
    begin = new int[span];
    end = new int[span];
  }

  void add(int pixel, int itsCost) {
    int b = itsCost % buckets.length;
    if (end[b] == buckets[b].length) {
      buckets[b] = Arrays.copyOf(buckets[b], 2 * end[b]);
    }
    buckets[b][end[b]++] = pixel;
    waiting++;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /** Returns the next pixel; {@link #cost()} then tells its cost. */
  int poll() {
    int b = cost % buckets.length;
    while (begin[b] == end[b]) {
      begin[b] = 0;
      end[b] = 0;
      cost++;
      b = cost % buckets.length;
    }
    waiting--;
    return buckets[b][begin[b]++];
  }

  int cost() {
    return cost;
  }
}
