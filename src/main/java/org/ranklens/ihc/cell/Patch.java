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
    }
    threshold(tree, sums.level(node));
    int first = sums.pixel(node);
    int row = first / tree.stride() - 1 - top;
    spread(row * width + first % tree.stride() - 1 - left, OTHER, INSIDE);
    fillHoles(holePixels);
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
    for (int p = 0; p < pixels(); p++) {
      if (marks[p] == OTHER) {
        marks[p] = 0;
      }
    }
    Arrays.fill(marks, 0, width, OUTSIDE);
    Arrays.fill(marks, pixels() - width, pixels(), OUTSIDE);
    for (int y = 1; y < height - 1; y++) {
      marks[y * width] = OUTSIDE;
      marks[(y + 1) * width - 1] = OUTSIDE;
    }
    sweep();
    for (int p = width; p < pixels() - width; p++) {
      if (marks[p] == 0 && besideOutside(p)) {
        spread(p, (byte) 0, OUTSIDE);
      }
    }
    for (int p = 0; p < pixels(); p++) {
      if (marks[p] == 0) {
        int count = spread(p, (byte) 0, OUTSIDE);
        if (count < mostPixels) {
          for (int i = 0; i < count; i++) {
            marks[queue[i]] = INSIDE;
          }
        }
      }
    }
  }

  /** Marks what is outside and seen from a side; what hides behind a bulge is left. */
  private void sweep() {
    for (int from = width; from < pixels() - width; from += width) {
      for (int p = from + 1; marks[p] == 0; p++) {
        marks[p] = OUTSIDE;
      }
      for (int p = from + width - 2; marks[p] == 0; p--) {
        marks[p] = OUTSIDE;
      }
    }
    for (int p = width; p < pixels(); p++) {
      if (marks[p] == 0 && marks[p - width] == OUTSIDE) {
        marks[p] = OUTSIDE;
      }
    }
    for (int p = pixels() - width - 1; p >= 0; p--) {
      if (marks[p] == 0 && marks[p + width] == OUTSIDE) {
        marks[p] = OUTSIDE;
      }
    }
  }

  private boolean besideOutside(int p) {
    return marks[p - 1] == OUTSIDE
        || marks[p + 1] == OUTSIDE
        || marks[p - width] == OUTSIDE
        || marks[p + width] == OUTSIDE;
  }

  /** Changes the marks that hang together with a pixel; returns how many, in the queue. */
  private int spread(int from, byte mark, byte to) {
    int count = 0;
    queue[count++] = from;
    marks[from] = to;
    for (int next = 0; next < count; next++) {
      int q = queue[next] - 1;
      for (int side = 0; side < 4; side++) {
        if (marks[q] == mark) {
          marks[q] = to;
          queue[count++] = q;
        }
        q += side == 0 ? 2 : side == 1 ? -1 - width : 2 * width;
      }
    }
    return count;
  }

  /**
   * Returns the distance of each pixel to the outside, in fifths of pixels; good until the next
   * cut. Borgefors G. Distance transformations in digital images. Comput Vis Graph Image Process
   * 1986;34:344-371.
   */
  int[] fifthsToOutside() {
    for (int p = 0; p < pixels(); p++) {
      fifths[p] = marks[p] == INSIDE ? FAR : 0;
    }
    int last = pixels() - RIM * width - RIM;
    for (int p = RIM * width + RIM; p < last; p++) {
      if (fifths[p] != 0) {
        fifths[p] = nearest(p, -1, -width);
      }
    }
    for (int p = last - 1; p >= RIM * width + RIM; p--) {
      if (fifths[p] != 0) {
        fifths[p] = nearest(p, 1, width);
      }
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

  boolean inside(int p) {
    return marks[p] == INSIDE;
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
