package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * The pixels of one component, cut out with a rim of two pixels, small holes filled. It owns its
 * arrays, and is cut anew for one component after the other.
 */
final class Patch {

  private static final int RIM = 2;
  private static final int FAR = 1 << 20;

  /** Above the threshold, but of another component. */
  private static final byte OTHER = 1;

  private static final byte INSIDE = 2;

  /** Hangs together with the rim. */
  private static final byte OUTSIDE = 3;

  private int left;
  private int top;
  private int width;
  private int height;
  private byte[] marks = new byte[0];
  private int[] queue = new int[0];
  private int[] fifths = new int[0];
  private int[] inner = new int[0];
  private int innerCount;

  /** Cuts out a node; holes of fewer pixels than {@code holePixels} are filled. */
  void cut(ComponentTree tree, int node, int holePixels) {
    NodeSums sums = tree.sums();
    left = sums.left(node) - RIM;
    top = sums.top(node) - RIM;
    width = sums.right(node) - sums.left(node) + 1 + 2 * RIM;
    height = sums.bottom(node) - sums.top(node) + 1 + 2 * RIM;
    if (marks.length < width * height) {
      marks = new byte[width * height];
      queue = new int[width * height];
      fifths = new int[width * height];
      inner = new int[width * height];
    }
    threshold(tree, sums.level(node));
    int first = sums.pixel(node);
    int row = first / tree.stride() - 1 - top;
    spread(row * width + first % tree.stride() - 1 - left, OTHER, INSIDE);
    fillHoles(holePixels);
    collect();
  }

  private void threshold(ComponentTree tree, int level) {
    Arrays.fill(marks, 0, pixels(), (byte) 0);
    byte[] levels = tree.levels();
    for (int y = RIM; y < height - RIM; y++) {
      int from = (y + top + 1) * tree.stride() + left + 1;
      for (int x = RIM; x < width - RIM; x++) {
        marks[y * width + x] = levels[from + x] >= level ? OTHER : 0;
      }
    }
  }

  private void fillHoles(int mostPixels) {
    Arrays.fill(marks, 0, width, OUTSIDE);
    Arrays.fill(marks, pixels() - width, pixels(), OUTSIDE);
    for (int from = width; from < pixels() - width; from += width) {
      sweep(from);
    }
    for (int p = width; p < pixels(); p++) {
      if (marks[p] < INSIDE && marks[p - width] == OUTSIDE) {
        marks[p] = OUTSIDE;
      }
    }
    for (int p = pixels() - width - 1; p >= width; p--) {
      if (marks[p] < INSIDE && marks[p + width] == OUTSIDE) {
        marks[p] = OUTSIDE;
      }
    }
    for (int p = width; p < pixels() - width; p++) {
      if (marks[p] < INSIDE && besideOutside(p)) {
        spreadOutside(p);
      }
    }
    for (int p = width; p < pixels() - width; p++) {
      if (marks[p] < INSIDE) {
        int count = spreadOutside(p);
        if (count < mostPixels) {
          for (int i = 0; i < count; i++) {
            marks[queue[i]] = INSIDE;
          }
        }
      }
    }
  }

  /** Marks what is outside and seen from a side of a row; what hides behind a bulge is left. */
  private void sweep(int from) {
    marks[from] = OUTSIDE;
    marks[from + width - 1] = OUTSIDE;
    for (int p = from + 1; marks[p] < INSIDE; p++) {
      marks[p] = OUTSIDE;
    }
    for (int p = from + width - 2; marks[p] < INSIDE; p--) {
      marks[p] = OUTSIDE;
    }
  }

  private boolean besideOutside(int p) {
    return marks[p - 1] == OUTSIDE
        || marks[p + 1] == OUTSIDE
        || marks[p - width] == OUTSIDE
        || marks[p + width] == OUTSIDE;
  }

  /** Changes the marks that hang together with a pixel. */
  private void spread(int from, byte mark, byte to) {
    int count = 0;
    queue[count++] = from;
    marks[from] = to;
    while (count > 0) {
      int p = queue[--count];
      for (int side = 0, q = p - 1; side < 4; side++) {
        if (marks[q] == mark) {
          marks[q] = to;
          queue[count++] = q;
        }
        q += side == 0 ? 2 : side == 1 ? -1 - width : 2 * width;
      }
    }
  }

  /** Marks what hangs together with a pixel and is not inside; returns how many, in the queue. */
  private int spreadOutside(int from) {
    int count = 0;
    queue[count++] = from;
    marks[from] = OUTSIDE;
    for (int next = 0; next < count; next++) {
      int q = queue[next] - 1;
      for (int side = 0; side < 4; side++) {
        if (marks[q] < INSIDE) {
          marks[q] = OUTSIDE;
          queue[count++] = q;
        }
        q += side == 0 ? 2 : side == 1 ? -1 - width : 2 * width;
      }
    }
    return count;
  }

  private void collect() {
    innerCount = 0;
    for (int p = RIM * width + RIM; p < pixels() - RIM * width - RIM; p++) {
      if (marks[p] == INSIDE) {
        inner[innerCount++] = p;
      }
    }
  }

  /**
   * Returns the distance of each pixel to the outside, in fifths of pixels; good until the next
   * cut. Borgefors G. Distance transformations in digital images. Comput Vis Graph Image Process
   * 1986;34:344-371.
   */
  int[] fifthsToOutside() {
    Arrays.fill(fifths, 0, pixels(), 0);
    for (int i = 0; i < innerCount; i++) {
      fifths[inner[i]] = FAR;
    }
    for (int i = 0; i < innerCount; i++) {
      fifths[inner[i]] = nearest(inner[i], -1, -width);
    }
    for (int i = innerCount - 1; i >= 0; i--) {
      fifths[inner[i]] = nearest(inner[i], 1, width);
    }
    return fifths;
  }

  private int nearest(int p, int column, int row) {
    int[] d = fifths;
    int straight = Math.min(d[p + column], d[p + row]) + 5;
    int diagonal = Math.min(d[p + row + column], d[p + row - column]) + 7;
    int steep = Math.min(d[p + 2 * row + column], d[p + 2 * row - column]);
    int flat = Math.min(d[p + row + 2 * column], d[p + row - 2 * column]);
    int skewed = Math.min(steep, flat) + 11;
    return Math.min(d[p], Math.min(straight, Math.min(diagonal, skewed)));
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

  /** Returns the inner pixels, row by row, the first {@link #innerCount()} of the array. */
  int[] inner() {
    return inner;
  }

  int innerCount() {
    return innerCount;
  }

  /** Returns whether an inner pixel has the outside beside it. */
  boolean onContour(int p) {
    return marks[p - 1] != INSIDE
        || marks[p + 1] != INSIDE
        || marks[p - width] != INSIDE
        || marks[p + width] != INSIDE;
  }

  int pixels() {
    return width * height;
  }
}
