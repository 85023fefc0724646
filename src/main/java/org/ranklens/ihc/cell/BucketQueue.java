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
  private int at;
  private int cost;
  private long waiting;

  /** Makes a queue whose costs are at most {@code span - 1} above the lowest one inside. */
  BucketQueue(int span) {
    buckets = new int[span][16];
    begin = new int[span];
    end = new int[span];
  }

  void add(int pixel, int itsCost) {
    int b = at + itsCost - cost;
    b = b < buckets.length ? b : b - buckets.length;
    int[] bucket = buckets[b];
    int to = end[b];
    if (to == bucket.length) {
      bucket = Arrays.copyOf(bucket, 2 * to);
      buckets[b] = bucket;
    }
    bucket[to] = pixel;
    end[b] = to + 1;
    waiting++;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /** Returns the next pixel; {@link #cost()} then tells its cost. */
  int poll() {
    while (begin[at] == end[at]) {
      begin[at] = 0;
      end[at] = 0;
      cost++;
      at = at + 1 < buckets.length ? at + 1 : 0;
    }
    waiting--;
    return buckets[at][begin[at]++];
  }

  int cost() {
    return cost;
  }
}
