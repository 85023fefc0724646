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

  private final char[] milliGradient;
  private final int stride;
  private final TileFrame frame;
  private long[] sums = new long[EACH * 64];

  PartSums(ComponentTree tree, TileFrame frame) {
    this.milliGradient = tree.milliGradient();
    this.stride = tree.stride();
    this.frame = frame;
  }

  /** Sums up; only the contour towards the outside counts, not that between parts. */
  void sum(Patch patch, Basins basins) {
    int nodes = basins.nodes();
    if (sums.length < EACH * nodes) {
      sums = new long[2 * EACH * nodes];
    }
    Arrays.fill(sums, 0, EACH * nodes, 0);
    addPixels(patch, basins);
    for (int node = 0; node < nodes; node++) {
      if (basins.parent(node) >= 0) {
        for (int i = 0; i < EACH; i++) {
          sums[EACH * basins.parent(node) + i] += sums[EACH * node + i];
        }
      }
    }
  }

  private void addPixels(Patch patch, Basins basins) {
    int[] inner = patch.inner();
    int width = patch.width();
    for (int i = 0; i < patch.innerCount(); ) {
      int begin = inner[i];
      int leaf = basins.leafOfPixel(begin);
      int row = begin / width;
      int toTile = (row + patch.top() + 1) * stride + patch.left() + 1 - row * width;
      int p = begin;
      do {
        if (patch.onContour(p)) {
          addContour(EACH * leaf, p + toTile);
        }
        p++;
      } while (basins.leafOfPixel(p) == leaf);
      int left = begin - row * width + patch.left();
      addRun(EACH * leaf, left, p - begin, row + patch.top());
      i += p - begin;
    }
  }

  /** Sums up a patch as one part, whole. */
  void sumWhole(Patch patch) {
    Arrays.fill(sums, 0, EACH, 0);
    int[] inner = patch.inner();
    int width = patch.width();
    int count = patch.innerCount();
    for (int i = 0; i < count; ) {
      int begin = inner[i];
      int n = 1;
      while (i + n < count && inner[i + n] == begin + n) {
        n++;
      }
      int row = begin / width;
      addRun(0, begin - row * width + patch.left(), n, row + patch.top());
      i += n;
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

  private void addContour(int at, int pixel) {
    sums[at + CONTOUR]++;
    sums[at + MILLI_GRADIENT] += milliGradient[pixel];
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
