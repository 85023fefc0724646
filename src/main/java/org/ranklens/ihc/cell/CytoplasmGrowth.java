package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Grows every nucleus into its surroundings, the cheapest way first: a step costs its length and
 * what DAB changes along it, so that neighbours meet where the stain changes. Growth ends at a
 * distance from the nucleus, so what one cell takes depends on nothing further away. It owns its
 * arrays.
 */
final class CytoplasmGrowth {

  private static final int STEP = 10;
  private static final int DIAGONAL_STEP = 14;

  /** Micrometres that a change of DAB by 1 costs. */
  private static final double MICRONS_PER_OD = 12;

  /** Next to the nucleus the blur of its own edge is no boundary. */
  private static final double FREE_MICRONS = 1.3;

  private final int[] labels;
  private final int[] steps;

  private CytoplasmGrowth(int[] labels, int[] steps) {
    this.labels = labels;
    this.steps = steps;
  }

  /** Grows; {@code dab} is smoothed. */
  static CytoplasmGrowth of(int[] nuclei, float[] dab, int width, TileFrame frame, double reach) {
    int[] labels = nuclei.clone();
    int[] steps = new int[labels.length];
    int[] cost = new int[labels.length];
    Arrays.fill(cost, Integer.MAX_VALUE);
    int mostSteps = (int) (STEP * frame.pixels(reach));
    double odCost = STEP * frame.pixels(MICRONS_PER_OD);
    int freeSteps = (int) (STEP * frame.pixels(FREE_MICRONS));
    int mostStepCost = DIAGONAL_STEP + (int) (odCost * 3) + 1;
    BucketQueue queue = new BucketQueue(mostStepCost + 1);
    for (int p = 0; p < labels.length; p++) {
      if (labels[p] > 0) {
        cost[p] = 0;
        if (touchesNone(labels, p, width)) {
          queue.add(p, 0);
        }
      }
    }
    while (!queue.isEmpty()) {
      int p = queue.poll();
      int at = queue.cost();
      if (cost[p] != at) {
        continue;
      }
      int x = p % width;
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int q = p + dy * width + dx;
          boolean away = x + dx < 0 || x + dx >= width || q < 0 || q >= labels.length;
          if (q == p || away || cost[q] <= at) {
            continue;
          }
          int step = dx != 0 && dy != 0 ? DIAGONAL_STEP : STEP;
          int walked = steps[p] + step;
          if (walked > mostSteps) {
            continue;
          }
          double change = walked <= freeSteps ? 0 : Math.abs(dab[q] - dab[p]);
          int next = at + step + (int) (odCost * Math.min(3, change));
          if (next < cost[q]) {
            cost[q] = next;
            labels[q] = labels[p];
            steps[q] = walked;
            queue.add(q, next);
          }
        }
      }
    }
    return new CytoplasmGrowth(joined(nuclei, labels, width), steps);
  }

  /** Takes away what hangs together with its nucleus by corners alone. */
  private static int[] joined(int[] nuclei, int[] grown, int width) {
    int[] joined = nuclei.clone();
    int[] queue = new int[grown.length];
    int waiting = 0;
    for (int p = 0; p < joined.length; p++) {
      if (joined[p] > 0) {
        queue[waiting++] = p;
      }
    }
    for (int next = 0; next < waiting; next++) {
      int p = queue[next];
      int x = p % width;
      for (int side = 0; side < 4; side++) {
        int q = p + (side == 0 ? -1 : side == 1 ? 1 : side == 2 ? -width : width);
        boolean away = (side == 0 && x == 0) || (side == 1 && x == width - 1);
        if (!away && q >= 0 && q < joined.length && joined[q] == 0 && grown[q] == grown[p]) {
          joined[q] = grown[q];
          queue[waiting++] = q;
        }
      }
    }
    return joined;
  }

  private static boolean touchesNone(int[] labels, int p, int width) {
    int x = p % width;
    return (x > 0 && labels[p - 1] == 0)
        || (x < width - 1 && labels[p + 1] == 0)
        || (p >= width && labels[p - width] == 0)
        || (p + width < labels.length && labels[p + width] == 0);
  }

  /** Returns the cell of each pixel, 0 where there is none; not a copy. */
  int[] labels() {
    return labels;
  }

  /** Returns the way from the nucleus in tenths of pixels; not a copy. */
  int[] tenthPixels() {
    return steps;
  }
}
