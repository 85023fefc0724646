package org.ranklens.ihc.cell;

import java.util.Arrays;

/** Gives pixels the label of the nucleus that their way comes from. */
final class GrownLabels {

  private final int[] labels;
  private final int size;
  private final int stride;
  private int[] waiting = new int[64];

  private GrownLabels(int[] labels, int size, int stride) {
    this.labels = labels;
    this.size = size;
    this.stride = stride;
  }

  /**
   * Labels pixels.
   *
   * @param labels of nuclei; those of cells after it
   * @param ways to each pixel, above the bits of something else; {@link GrowthSteps#NO_WAY} for
   *     none
   * @param size pixels of both
   */
  static void follow(int[] labels, long[] ways, int size, GrowthSteps steps, int stride) {
    for (int p = 0; p < size; p++) {
      if (labels[p] == 0 && isReached((int) (ways[p] >>> 32))) {
        follow(p, labels, ways, steps);
      }
    }
    new GrownLabels(labels, size, stride).keepConnected();
  }

  private static boolean isReached(int way) {
    return way != 0 && way != GrowthSteps.NO_WAY;
  }

  /** Labels a pixel and its way, by negative numbers so far. */
  private static void follow(int from, int[] labels, long[] ways, GrowthSteps steps) {
    int p = from;
    while (labels[p] == 0) {
      p = steps.before(p, (int) (ways[p] >>> 32));
    }
    int label = -Math.abs(labels[p]);
    for (p = from; labels[p] == 0; p = steps.before(p, (int) (ways[p] >>> 32))) {
      labels[p] = label;
    }
  }

  /**
   * Keeps what hangs together with its nucleus by edges, not by corners alone: nearly all of it is
   * met by going over the rows once downwards and once upwards.
   */
  private void keepConnected() {
    int end = size - stride;
    for (int p = stride; p < end; p++) {
      int label = labels[p];
      if (label < 0 && (labels[p - 1] == -label || labels[p - stride] == -label)) {
        labels[p] = -label;
      }
    }
    for (int p = end - 1; p >= stride; p--) {
      int label = labels[p];
      if (label < 0 && (labels[p + 1] == -label || labels[p + stride] == -label)) {
        labels[p] = -label;
      }
    }
    for (int p = stride; p < end; p++) {
      int label = -labels[p];
      if (label > 0
          && (labels[p - 1] == label
              || labels[p + 1] == label
              || labels[p - stride] == label
              || labels[p + stride] == label)) {
        connect(p, label);
      }
    }
    for (int p = 0; p < size; p++) {
      labels[p] = Math.max(0, labels[p]);
    }
  }

  /** Connects a pixel, and what hangs together with it. */
  private void connect(int from, int label) {
    labels[from] = label;
    int count = 1;
    waiting[0] = from;
    while (count > 0) {
      int p = waiting[--count];
      if (waiting.length < count + 4) {
        waiting = Arrays.copyOf(waiting, 2 * waiting.length);
      }
      count = connectTo(p - 1, label, count);
      count = connectTo(p + 1, label, count);
      count = connectTo(p - stride, label, count);
      count = connectTo(p + stride, label, count);
    }
  }

  private int connectTo(int p, int label, int count) {
    if (labels[p] != -label) {
      return count;
    }
    labels[p] = label;
    waiting[count] = p;
    return count + 1;
  }
}
