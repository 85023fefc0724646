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
    Gathering gathered = new Gathering();
    for (int run = labels.begin(label); run < labels.begin(label + 1); run++) {
      int row = labels.first(run) / labels.stride();
      int y = frame.y() - rim + row;
      int offset = frame.x() - rim - row * labels.stride();
      for (int p = labels.first(run); p < labels.end(run); p++) {
        if (wanted.test(p)) {
          gathered.add(p + offset, y);
        }
      }
    }
    return gathered.runs();
  }

  /** Takes pixels row by row, each row from the left. */
  static final class Gathering {
    private int[] runs = new int[96];
    private int to;

    void add(int x, int y) {
      if (to > 0 && runs[to - 1] == x && runs[to - 3] == y) {
        runs[to - 1]++;
        return;
      }
      if (to == runs.length) {
        runs = Arrays.copyOf(runs, 2 * to);
      }
      runs[to++] = y;
      runs[to++] = x;
      runs[to++] = x + 1;
    }

    PixelRuns runs() {
      return new PixelRuns(Arrays.copyOf(runs, to));
    }
  }

  /** Writes the runs, each by its distance from the one before: most take two bytes. */
  void pack(PackedWriter out) {
    out.whole(count());
    int row = 0;
    int begin = 0;
    for (int run = 0; run < count(); run++) {
      int down = row(run) - row;
      int pixels = end(run) - begin(run);
      // A run is mostly one row below the one before, and short.
      out.whole(down == 1 ? pixels : -pixels);
      if (down != 1) {
        out.whole(down);
      }
      out.whole(begin(run) - begin);
      row = row(run);
      begin = begin(run);
    }
  }

  static PixelRuns unpacked(PackedReader in) {
    int[] runs = new int[3 * in.whole()];
    int row = 0;
    int begin = 0;
    for (int to = 0; to < runs.length; to += 3) {
      int pixels = in.whole();
      row += pixels > 0 ? 1 : in.whole();
      begin += in.whole();
      runs[to] = row;
      runs[to + 1] = begin;
      runs[to + 2] = begin + Math.abs(pixels);
    }
    return new PixelRuns(runs);
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

  /** Returns the values of a plane at the pixels, row by row; its first pixel is the frame's. */
  float[] of(float[] plane, int width, TileFrame frame) {
    float[] values = new float[pixels()];
    int to = 0;
    for (int run = 0; run < count(); run++) {
      int from = (row(run) - frame.y()) * width + begin(run) - frame.x();
      System.arraycopy(plane, from, values, to, end(run) - begin(run));
      to += end(run) - begin(run);
    }
    return values;
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
