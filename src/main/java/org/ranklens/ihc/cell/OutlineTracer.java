package org.ranklens.ihc.cell;

import java.util.Arrays;

/** Walks around a patch of one label, along the edges between pixels. */
final class OutlineTracer {

  private static final int[] STEP_X = {1, 0, -1, 0};
  private static final int[] STEP_Y = {0, 1, 0, -1};

  private final int[] labels;
  private final int width;
  private final int height;

  OutlineTracer(int[] labels, int width) {
    this.labels = labels;
    this.width = width;
    this.height = labels.length / width;
  }

  /**
   * Returns the outline of the 4-connected patch.
   *
   * @param first the patch's first pixel, row by row
   */
  Outline trace(int first, TileFrame frame) {
    int label = labels[first];
    int startX = first % width;
    int startY = first / width;
    int[] corners = new int[64];
    int count = 0;
    int x = startX;
    int y = startY;
    int direction = 0;
    do {
      int next = turn(x, y, direction, label);
      if (next != direction || count == 0) {
        if (count + 2 > corners.length) {
          corners = Arrays.copyOf(corners, 2 * corners.length);
        }
        corners[count++] = x;
        corners[count++] = y;
      }
      direction = next;
      x += STEP_X[direction];
      y += STEP_Y[direction];
    } while (x != startX || y != startY);
    return outline(corners, count / 2, frame);
  }

  /** Keeps the patch on the right hand: turns right where it can, else goes on, else turns left. */
  private int turn(int x, int y, int direction, int label) {
    for (int t = 1; t >= -1; t--) {
      int d = (direction + t + 4) % 4;
      if (right(x, y, d) == label && left(x, y, d) != label) {
        return d;
      }
    }
    return (direction + 2) % 4;
  }

  /** Returns the label to the right of a step from a corner. */
  private int right(int x, int y, int direction) {
    return switch (direction) {
      case 0 -> at(x, y);
      case 1 -> at(x - 1, y);
      case 2 -> at(x - 1, y - 1);
      default -> at(x, y - 1);
    };
  }

  private int left(int x, int y, int direction) {
    return switch (direction) {
      case 0 -> at(x, y - 1);
      case 1 -> at(x, y);
      case 2 -> at(x - 1, y);
      default -> at(x - 1, y - 1);
    };
  }

  private int at(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : labels[y * width + x];
  }

  private static Outline outline(int[] corners, int points, TileFrame frame) {
    boolean[] keep = Simplification.keep(corners, points);
    int kept = 0;
    for (boolean k : keep) {
      kept += k ? 1 : 0;
    }
    float[] xs = new float[kept];
    float[] ys = new float[kept];
    int to = 0;
    for (int i = 0; i < points; i++) {
      if (keep[i]) {
        xs[to] = (float) (frame.x() + corners[2 * i]) * frame.bin();
        ys[to++] = (float) (frame.y() + corners[2 * i + 1]) * frame.bin();
      }
    }
    return new Outline(xs, ys);
  }
}
