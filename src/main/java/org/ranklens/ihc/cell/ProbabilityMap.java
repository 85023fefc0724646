package org.ranklens.ihc.cell;

/**
 * Nuclei out of probabilities: connected pixels that are nucleus rather than boundary, grown a
 * little into the boundary. It owns its arrays.
 */
final class ProbabilityMap {

  private static final int GROWN_PIXELS = 2;

  private final int width;
  private final double threshold;
  private final boolean[] inside;
  private final boolean[] seed;

  ProbabilityMap(int width, int height, double threshold) {
    this.width = width;
    this.threshold = threshold;
    this.inside = new boolean[width * height];
    this.seed = new boolean[width * height];
  }

  void set(int x, int y, float nucleus, float boundary) {
    int p = y * width + x;
    inside[p] = nucleus + boundary >= threshold;
    seed[p] = nucleus >= threshold && nucleus > boundary;
  }

  Nuclei nuclei(TileFrame frame, CellSettings settings) {
    int[] labels = new int[seed.length];
    int count = label(labels);
    for (int step = 0; step < GROWN_PIXELS; step++) {
      grow(labels);
    }
    return LabelSums.nuclei(labels, count, width, frame, settings);
  }

  /** Labels the seeds that hang together by their edges, from 1. */
  private int label(int[] labels) {
    int[] stack = new int[seed.length];
    int count = 0;
    for (int start = 0; start < seed.length; start++) {
      if (seed[start] && labels[start] == 0) {
        count++;
        labels[start] = count;
        int size = 0;
        stack[size++] = start;
        while (size > 0) {
          int p = stack[--size];
          for (int q : beside(p)) {
            if (seed[q] && labels[q] == 0) {
              labels[q] = count;
              stack[size++] = q;
            }
          }
        }
      }
    }
    return count;
  }

  private void grow(int[] labels) {
    int[] before = labels.clone();
    for (int p = 0; p < labels.length; p++) {
      if (inside[p] && before[p] == 0) {
        for (int q : beside(p)) {
          if (before[q] > 0 && labels[p] == 0) {
            labels[p] = before[q];
          }
        }
      }
    }
  }

  /** Returns the pixels that share an edge: above, left, right, below; itself beyond the area. */
  private int[] beside(int p) {
    int x = p % width;
    return new int[] {
      p >= width ? p - width : p,
      x > 0 ? p - 1 : p,
      x < width - 1 ? p + 1 : p,
      p + width < seed.length ? p + width : p
    };
  }
}
