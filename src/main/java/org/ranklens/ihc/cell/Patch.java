package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * The pixels of one component, cut out with a margin of one pixel, small holes filled. It owns its
 * arrays.
 */
final class Patch {

  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final boolean[] inside;

  private Patch(int left, int top, int width, int height, boolean[] inside) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.inside = inside;
  }

  /** Cuts out a node; holes of fewer pixels than {@code holePixels} are filled. */
  static Patch of(ComponentTree tree, int node, TileFrame frame, int holePixels) {
    NodeSums sums = tree.sums();
    int left = sums.left(node) - frame.x() - 1;
    int top = sums.top(node) - frame.y() - 1;
    int width = sums.right(node) - sums.left(node) + 3;
    int height = sums.bottom(node) - sums.top(node) + 3;
    boolean[] inside = new boolean[width * height];
    int[] stack = new int[sums.area(node)];
    int waiting = 0;
    int tileWidth = tree.width();
    int first = tree.pixelOf(node);
    inside[(first / tileWidth - top) * width + first % tileWidth - left] = true;
    stack[waiting++] = first;
    while (waiting > 0) {
      int p = stack[--waiting];
      int local = (p / tileWidth - top) * width + p % tileWidth - left;
      for (int side = 0; side < 4; side++) {
        int dx = side == 0 ? -1 : side == 1 ? 1 : 0;
        int dy = side == 2 ? -1 : side == 3 ? 1 : 0;
        int to = local + dy * width + dx;
        int x = to % width + left;
        int y = to / width + top;
        if (x < sums.left(node) - frame.x()
            || x > sums.right(node) - frame.x()
            || y < sums.top(node) - frame.y()
            || y > sums.bottom(node) - frame.y()
            || inside[to]) {
          continue;
        }
        int q = y * tileWidth + x;
        if (tree.level(q) >= sums.level(node)) {
          inside[to] = true;
          stack[waiting++] = q;
        }
      }
    }
    Patch patch = new Patch(left, top, width, height, inside);
    patch.fillHoles(holePixels);
    return patch;
  }

  private void fillHoles(int mostPixels) {
    int[] queue = new int[inside.length];
    boolean[] seen = inside.clone();
    spread(0, seen, queue);
    for (int p = 0; p < inside.length; p++) {
      if (!seen[p]) {
        int count = spread(p, seen, queue);
        if (count < mostPixels) {
          for (int i = 0; i < count; i++) {
            inside[queue[i]] = true;
          }
        }
      }
    }
  }

  /** Marks the empty pixels around one as seen; returns how many, in the queue. */
  private int spread(int from, boolean[] seen, int[] queue) {
    int count = 0;
    queue[count++] = from;
    seen[from] = true;
    for (int next = 0; next < count; next++) {
      int p = queue[next];
      int x = p % width;
      int[] sides = {
        x > 0 ? p - 1 : p,
        x < width - 1 ? p + 1 : p,
        p >= width ? p - width : p,
        p + width < seen.length ? p + width : p
      };
      for (int q : sides) {
        if (!seen[q]) {
          seen[q] = true;
          queue[count++] = q;
        }
      }
    }
    return count;
  }

  /**
   * Returns the distance of each pixel to the outside, in fifths of pixels. Borgefors G. Distance
   * transformations in digital images. Comput Vis Graph Image Process 1986;34:344-371.
   */
  int[] fifthsToOutside() {
    int[] d = new int[inside.length];
    Arrays.fill(d, 1 << 20);
    for (int p = 0; p < d.length; p++) {
      if (!inside[p]) {
        d[p] = 0;
      }
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        relax(d, x, y, -1);
      }
    }
    for (int y = height - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        relax(d, x, y, 1);
      }
    }
    return d;
  }

  private static final int[][] MASK = {
    {1, 0, 5}, {0, 1, 5}, {1, 1, 7}, {-1, 1, 7}, {1, 2, 11}, {-1, 2, 11}, {2, 1, 11}, {-2, 1, 11}
  };

  private void relax(int[] d, int x, int y, int sign) {
    int p = y * width + x;
    if (d[p] == 0) {
      return;
    }
    for (int[] m : MASK) {
      int u = x + sign * m[0];
      int v = y + sign * m[1];
      if (u >= 0 && v >= 0 && u < width && v < height) {
        d[p] = Math.min(d[p], d[v * width + u] + m[2]);
      }
    }
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int width() {
    return width;
  }

  /** Returns whether an inner pixel has the outside beside it. */
  boolean onContour(int p) {
    return !inside[p - 1] || !inside[p + 1] || !inside[p - width] || !inside[p + width];
  }

  int pixels() {
    return inside.length;
  }
}
