package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * A queue of pixels by cost for costs that never fall by more than a known step: equal costs leave
 * in the order they came, so the order is the same in every tile.
 *
 * <p>Pixels of one cost wait in chunks; a chunk that has left is filled anew at once, so that all
 * chunks in use stay in the processor's cache.
 */
final class BucketQueue {

  /** Pixels of a chunk, and where the next chunk of the same cost begins. */
  private static final int CHUNK = 64;

  private static final int NONE = -1;

  /** The most pixels that leave at once. */
  static final int MOST = CHUNK - 1;

  private int[] chunks = new int[256 * CHUNK];
  private int used;

  /** Chunks to be filled anew, each with the beginning of the next one as its first number. */
  private int free = NONE;

  private final int[] first;

  /** Where the next pixel of a cost goes; a multiple of {@link #CHUNK} asks for a new chunk. */
  private final int[] end;

  private final int mask;
  private int cost;
  private int waiting;

  /** Makes a queue whose costs are at most {@code span - 1} above the lowest one inside. */
  BucketQueue(int span) {
    int size = Integer.highestOneBit(2 * span - 1);
    first = new int[size];
    end = new int[size];
    Arrays.fill(first, NONE);
    mask = size - 1;
  }

  void add(int pixel, int itsCost) {
    int b = itsCost & mask;
    int to = end[b];
    if ((to & (CHUNK - 1)) == 0) {
      to = begin(b, to);
    }
    chunks[to] = pixel;
    end[b] = to + 1;
    waiting++;
  }

  /** Begins another chunk; returns where its first pixel goes. */
  private int begin(int b, int behind) {
    int chunk = free;
    if (chunk != NONE) {
      free = chunks[chunk];
    } else {
      if (used == chunks.length) {
        chunks = Arrays.copyOf(chunks, 2 * used);
      }
      chunk = used;
      used += CHUNK;
    }
    chunks[chunk] = NONE;
    if (first[b] == NONE) {
      first[b] = chunk;
    } else {
      chunks[behind - CHUNK] = chunk;
    }
    return chunk + 1;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /**
   * Takes the next pixels of one cost, which {@link #cost()} then tells, at most {@link #MOST};
   * returns how many.
   */
  int poll(int[] pixels) {
    while (first[cost & mask] == NONE) {
      cost++;
    }
    int b = cost & mask;
    int chunk = first[b];
    int next = chunks[chunk];
    int count = next == NONE ? end[b] - chunk - 1 : MOST;
    System.arraycopy(chunks, chunk + 1, pixels, 0, count);
    first[b] = next;
    if (next == NONE) {
      end[b] = 0;
    }
    chunks[chunk] = free;
    free = chunk;
    waiting -= count;
    return count;
  }

  int cost() {
    return cost;
  }
}
