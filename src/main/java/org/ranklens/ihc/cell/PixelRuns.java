package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A set of pixels of a slide as runs of rows, in the order of the rows: what a nucleus or a cell
 * takes to remember. It owns its array.
 */
final class PixelRuns {

  /** Row, first column, column behind the last; and again. */
  private final int[] runs;

  private PixelRuns(int[] runs) {
    this.runs = runs;
  }

  /**
   * Returns the pixels of a label, which has at least one.
   *
   * @param rim pixels that the labels' plane has around the frame's
   */
  static PixelRuns of(LabelRuns labels, int label, int rim, TileFrame frame) {
    return of(p -> true, labels, label, rim, frame);
  }

  /** Returns the wanted pixels of a label, of which there is at least one. */
  static PixelRuns of(IntPredicate wanted, LabelRuns labels, int label, int rim, TileFrame frame) {
    int[] runs = new int[96];
    int to = 0;
    for (int run = labels.begin(label); run < labels.begin(label + 1); run++) {
      int row = labels.first(run) / labels.stride();
      int offset = frame.x() - rim - row * labels.stride();
      boolean going = false;
      for (int p = labels.first(run); p < labels.end(run); p++) {
        if (!wanted.test(p)) {
          going = false;
        } else if (going) {
          runs[to - 1]++;
        } else {
          if (to == runs.length) {
            runs = Arrays.copyOf(runs, 2 * to);
          }
          runs[to++] = frame.y() - rim + row;
          runs[to++] = p + offset;
          runs[to++] = p + offset + 1;
          going = true;
        }
      }
    }
    return new PixelRuns(Arrays.copyOf(runs, to));
  }

  int count() {
    return runs.length / 3;
  }

  int row(int run) {
    return runs[3 * run];
  }

  int begin(int run) {
    return runs[3 * run + 1];
  }

  int end(int run) {
    return runs[3 * run + 2];
  }

  int pixels() {
    int pixels = 0;
    for (int run = 0; run < count(); run++) {
      pixels += end(run) - begin(run);
    }
    return pixels;
  }

  /** Returns the smallest rectangle around. */
  TileFrame.Core box() {
    int left = Integer.MAX_VALUE;
    int right = 0;
    for (int run = 0; run < count(); run++) {
      left = Math.min(left, begin(run));
      right = Math.max(right, end(run));
    }
    return new TileFrame.Core(left, row(0), right, row(count() - 1) + 1);
  }

  /** Gives the pixels that lie within an area a label. */
  void paint(int[] labels, TileFrame.Core area, int label) {
    if (row(0) >= area.y1() || row(count() - 1) < area.y0()) {
      return;
    }
    int width = area.x1() - area.x0();
    for (int run = 0; run < count(); run++) {
      int from = Math.max(begin(run), area.x0());
      int to = Math.min(end(run), area.x1());
      if (row(run) >= area.y0() && row(run) < area.y1() && from < to) {
        int base = (row(run) - area.y0()) * width - area.x0();
        Arrays.fill(labels, base + from, base + to, label);
      }
    }
  }
}
