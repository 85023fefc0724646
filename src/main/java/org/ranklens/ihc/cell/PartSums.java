package org.ranklens.ihc.cell;

/**
 * Shape and outer contour of each node of a tree of waists, in whole numbers. It owns its arrays.
 */
final class PartSums {

  private final long[][] sums;
  private final int[] contour;
  private final long[] milliGradient;

  private PartSums(int parts) {
    sums = new long[parts][6];
    contour = new int[parts];
    milliGradient = new long[parts];
  }

  /** Sums up; only the contour towards the outside counts, not that between parts. */
  static PartSums of(Patch patch, Basins basins, float[] gradient, int width, TileFrame frame) {
    PartSums made = new PartSums(basins.nodes());
    for (int p = 0; p < patch.pixels(); p++) {
      int leaf = basins.leafOfPixel(p);
      if (leaf >= 0) {
        int x = p % patch.width() + patch.left();
        int y = p / patch.width() + patch.top();
        made.add(leaf, frame.x() + x, frame.y() + y);
        if (patch.onContour(p)) {
          made.contour[leaf]++;
          made.milliGradient[leaf] += (long) (1000 * gradient[y * width + x]);
        }
      }
    }
    for (int node = 0; node < basins.nodes(); node++) {
      if (basins.parent(node) >= 0) {
        made.addAll(node, basins.parent(node));
      }
    }
    return made;
  }

  private void add(int part, long x, long y) {
    long[] s = sums[part];
    s[0]++;
    s[1] += x;
    s[2] += y;
    s[3] += x * x;
    s[4] += y * y;
    s[5] += x * y;
  }

  private void addAll(int from, int to) {
    for (int i = 0; i < 6; i++) {
      sums[to][i] += sums[from][i];
    }
    contour[to] += contour[from];
    milliGradient[to] += milliGradient[from];
  }

  Ellipse ellipse(int part) {
    long[] s = sums[part];
    return Ellipse.of(s[0], s[1], s[2], s[3], s[4], s[5]);
  }

  double contourGradient(int part) {
    return contour[part] == 0 ? 0 : 1e-3 * milliGradient[part] / contour[part];
  }
}
