package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Shape and outer contour of each node of a tree of waists, in whole numbers. It owns its arrays,
 * and sums up one patch after the other.
 */
final class PartSums {

  private static final int EACH = 8;
  private static final int CONTOUR = 6;
  private static final int MILLI_GRADIENT = 7;

  private final float[] gradient;
  private final int tileWidth;
  private final TileFrame frame;
  private long[] sums = new long[EACH * 64];

  PartSums(float[] gradient, int tileWidth, TileFrame frame) {
    this.gradient = gradient;
    this.tileWidth = tileWidth;
    this.frame = frame;
  }

  /** Sums up; only the contour towards the outside counts, not that between parts. */
  void sum(Patch patch, Basins basins) {
    int nodes = basins.nodes();
    if (sums.length < EACH * nodes) {
      sums = new long[2 * EACH * nodes];
    }
    Arrays.fill(sums, 0, EACH * nodes, 0);
    int width = patch.width();
    for (int row = 0, from = 0; from < patch.pixels(); row++, from += width) {
      for (int p = from; p < from + width; p++) {
        int leaf = basins.leafOfPixel(p);
        if (leaf >= 0) {
          int begin = p;
          do {
            if (patch.onContour(p)) {
              addContour(EACH * leaf, p - from + patch.left(), row + patch.top());
            }
            p++;
          } while (basins.leafOfPixel(p) == leaf);
          addRun(EACH * leaf, begin - from + patch.left(), p - begin, row + patch.top());
          p--;
        }
      }
    }
    for (int node = 0; node < nodes; node++) {
      if (basins.parent(node) >= 0) {
        for (int i = 0; i < EACH; i++) {
          sums[EACH * basins.parent(node) + i] += sums[EACH * node + i];
        }
      }
    }
  }

  /** Adds pixels of a row. */
  private void addRun(int at, int left, long n, long y) {
    long offsets = n * (n - 1) / 2;
    long x = n * left + offsets;
    sums[at] += n;
    sums[at + 1] += x;
    sums[at + 2] += n * y;
    sums[at + 3] += n * left * left + 2L * left * offsets + offsets * (2 * n - 1) / 3;
    sums[at + 4] += n * y * y;
    sums[at + 5] += x * y;
  }

  private void addContour(int at, int x, int y) {
    sums[at + CONTOUR]++;
    sums[at + MILLI_GRADIENT] += (long) (1000 * gradient[y * tileWidth + x]);
  }

  double area(int part) {
    return sums[EACH * part];
  }

  Ellipse ellipse(int part) {
    int at = EACH * part;
    return Ellipse.of(
        sums[at], sums[at + 1], sums[at + 2], sums[at + 3], sums[at + 4], sums[at + 5], frame);
  }

  double contourGradient(int part) {
    long contour = sums[EACH * part + CONTOUR];
    return contour == 0 ? 0 : 1e-3 * sums[EACH * part + MILLI_GRADIENT] / contour;
  }
}
