package org.ranklens.ihc.cell;

import java.util.Arrays;

/** Walks around a patch of one label, along the edges between pixels. */
final class OutlineTracer {

  private static final int[] STEP_X = {1, 0, -1, 0};
  private static final int[] STEP_Y = {0, 1, 0, -1};

  private static final int[] TURNS = turns();

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
      int next = TURNS[16 * direction + around(x, y, label)];
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

  /**
   * Returns which of the four pixels around a corner are of the label, as the table counts them.
   */
  private int around(int x, int y, int label) {
    return (at(x, y) == label ? 1 : 0)
        | (at(x - 1, y) == label ? 2 : 0)
        | (at(x - 1, y - 1) == label ? 4 : 0)
        | (at(x, y - 1) == label ? 8 : 0);
  }

  /**
   * Tells where to turn: for each direction, and whatever is around the corner. On the right of a
   * step is the pixel of the direction's number, on its left the one before.
   */
  private static int[] turns() {
    int[] turns = new int[4 * 16];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = turn(i / 16, i % 16);
    }
    return turns;
  }

  /** Keeps the patch on the right hand: turns right where it can, else goes on, else turns left. */
  private static int turn(int direction, int around) {
    for (int t = 1; t >= -1; t--) {
      int d = (direction + t + 4) % 4;
      int left = (d + 3) % 4;
      if ((around >> d & 1) == 1 && (around >> left & 1) == 0) {
        return d;
      }
    }
    return (direction + 2) % 4;
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
