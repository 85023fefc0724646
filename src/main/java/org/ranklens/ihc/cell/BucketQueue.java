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
  private final int mask;
  private int cost;
  private int waiting;

  /** Makes a queue whose costs are at most {@code span - 1} above the lowest one inside. */
  BucketQueue(int span) {
    int size = Integer.highestOneBit(2 * span - 1);
    buckets = new int[size][16];
    begin = new int[size];
    end = new int[size];
    mask = size - 1;
  }

  void add(int pixel, int itsCost) {
    int b = itsCost & mask;
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

  /** Takes the next pixels of one cost, which {@link #cost()} then tells; returns how many. */
  int poll(int[] pixels) {
    int b = cost & mask;
    while (begin[b] == end[b]) {
      begin[b] = 0;
      end[b] = 0;
      cost++;
      b = cost & mask;
    }
    int count = Math.min(pixels.length, end[b] - begin[b]);
    System.arraycopy(buckets[b], begin[b], pixels, 0, count);
    begin[b] += count;
    waiting -= count;
    return count;
  }

  int cost() {
    return cost;
  }
}
