package org.ranklens.ihc.cell;

/**
 * Grows every nucleus into its surroundings, the cheapest way first: a step costs its length and
 * what DAB changes along it, so that neighbours meet where the stain changes. Growth ends at a
 * distance from the nucleus, so what one cell takes depends on nothing further away. It owns its
 * arrays.
 */
final class CytoplasmGrowth {

  /** DAB is smoothed by this much before: grains are no boundary. */
  static final double SIGMA_MICRONS = 0.6;

  private static final int STEP = 10;
  private static final int DIAGONAL_STEP = 14;

  /** Which of the eight neighbours, row by row, are diagonal. */
  private static final boolean[] DIAGONAL = {true, false, true, false, false, true, false, true};

  /** A larger change costs no more. */
  private static final double MOST_OD = 3;

  /** Micrometres that a change of DAB by 1 costs. */
  private static final double MICRONS_PER_OD = 20;

  /** Next to the nucleus the blur of its own edge is no boundary. */
  private static final double FREE_MICRONS = 0.8;

  private final int[] labels;
  private final int[] steps;

  private CytoplasmGrowth(int[] labels, int[] steps) {
    this.labels = labels;
    this.steps = steps;
  }

  /** Grows; {@code dab} is smoothed. */
  static CytoplasmGrowth of(int[] nuclei, float[] dab, int width, TileFrame frame, double reach) {
    Frame padded = new Frame(width, dab.length / width);
    int[] labels = padded.around(nuclei);
    int[] steps = new int[labels.length];
    grow(labels, steps, padded.around(dab), padded, frame, reach);
    int[] joined = padded.around(nuclei);
    join(joined, labels, padded);
    return new CytoplasmGrowth(padded.within(joined), padded.within(steps));
  }

  private static void grow(
      int[] labels, int[] steps, float[] dab, Frame padded, TileFrame frame, double reach) {
    int mostSteps = (int) (STEP * frame.pixels(reach));
    double odCost = STEP * frame.pixels(MICRONS_PER_OD);
    int freeSteps = (int) (STEP * frame.pixels(FREE_MICRONS));
    BucketQueue queue = new BucketQueue(DIAGONAL_STEP + (int) (odCost * MOST_OD) + 2);
    int[] cost = padded.costs(labels, queue);
    int[] offsets = padded.offsets();
    while (!queue.isEmpty()) {
      int p = queue.poll();
      int at = queue.cost();
      int room = mostSteps - steps[p];
      if (cost[p] != at || room < STEP) {
        continue;
      }
      float own = dab[p];
      for (int side = 0; side < offsets.length; side++) {
        int q = p + offsets[side];
        int step = DIAGONAL[side] ? DIAGONAL_STEP : STEP;
        if (cost[q] <= at + step || step > room) {
          continue;
        }
        int walked = steps[p] + step;
        int next = at + step;
        if (walked > freeSteps) {
          next += (int) (odCost * Math.min(MOST_OD, (double) Math.abs(dab[q] - own)));
        }
        if (next < cost[q]) {
          cost[q] = next;
          labels[q] = labels[p];
          steps[q] = walked;
          queue.add(q, next);
        }
      }
    }
  }

  /** Takes over what hangs together with its nucleus by edges, not by corners alone. */
  private static void join(int[] joined, int[] grown, Frame padded) {
    int width = padded.paddedWidth();
    int[] queue = new int[grown.length];
    int waiting = 0;
    for (int p = width; p < joined.length - width; p++) {
      if (joined[p] > 0 && padded.besideNone(joined, p)) {
        queue[waiting++] = p;
      }
    }
    int[] sides = {-1, 1, -width, width};
    for (int next = 0; next < waiting; next++) {
      int p = queue[next];
      int label = grown[p];
      for (int side : sides) {
        int q = p + side;
        if (joined[q] == 0 && grown[q] == label) {
          joined[q] = label;
          queue[waiting++] = q;
        }
      }
    }
  }

  /** An area with a rim of one pixel, so that no neighbour has to be checked for being there. */
  private record Frame(int width, int height) {

    int paddedWidth() {
      return width + 2;
    }

    /** Returns the steps to the eight neighbours, row by row. */
    int[] offsets() {
      int w = paddedWidth();
      return new int[] {-w - 1, -w, -w + 1, -1, 1, w - 1, w, w + 1};
    }

    int[] around(int[] plane) {
      int[] padded = new int[paddedWidth() * (height + 2)];
      for (int y = 0; y < height; y++) {
        System.arraycopy(plane, y * width, padded, (y + 1) * paddedWidth() + 1, width);
      }
      return padded;
    }

    float[] around(float[] plane) {
      float[] padded = new float[paddedWidth() * (height + 2)];
      for (int y = 0; y < height; y++) {
        System.arraycopy(plane, y * width, padded, (y + 1) * paddedWidth() + 1, width);
      }
      return padded;
    }

    int[] within(int[] padded) {
      int[] plane = new int[width * height];
      for (int y = 0; y < height; y++) {
        System.arraycopy(padded, (y + 1) * paddedWidth() + 1, plane, y * width, width);
      }
      return plane;
    }

    /**
     * Returns the cost to begin with: none in nuclei, whose rims go into the queue, and no way into
     * the rim.
     */
    int[] costs(int[] labels, BucketQueue queue) {
      int[] cost = new int[labels.length];
      for (int y = 1; y <= height; y++) {
        int from = y * paddedWidth() + 1;
        for (int p = from; p < from + width; p++) {
          if (labels[p] == 0) {
            cost[p] = Integer.MAX_VALUE;
          } else if (besideNone(labels, p)) {
            queue.add(p, 0);
          }
        }
      }
      return cost;
    }

    boolean besideNone(int[] labels, int p) {
      return labels[p - 1] == 0
          || labels[p + 1] == 0
          || labels[p - paddedWidth()] == 0
          || labels[p + paddedWidth()] == 0;
    }
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
