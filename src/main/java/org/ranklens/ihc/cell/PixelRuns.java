package org.ranklens.ihc.cell;

import java.util.Arrays;

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
    int first = labels.begin(label);
    int[] runs = new int[3 * (labels.begin(label + 1) - first)];
    for (int to = 0, run = first; to < runs.length; run++) {
      int row = labels.first(run) / labels.stride();
      int offset = frame.x() - rim - row * labels.stride();
      runs[to++] = frame.y() - rim + row;
      runs[to++] = labels.first(run) + offset;
      runs[to++] = labels.end(run) + offset;
    }
    return new PixelRuns(runs);
  }

  /**
   * Returns the pixels of a picture of 64 pixels to a number, of which there is at least one.
   *
   * @param words numbers of a row
   * @param x column of the slide that the picture begins at
   * @param y row of the slide that it begins at
   */
  static PixelRuns of(long[] bits, int words, int rows, int x, int y) {
    int[] runs = new int[96];
    int to = 0;
    for (int row = 0; row < rows; row++) {
      int at = next(bits, words, row, 0, 0);
      while (at < 64 * words) {
        int end = next(bits, words, row, at, -1);
        if (to == runs.length) {
          runs = Arrays.copyOf(runs, 2 * to);
        }
        runs[to++] = y + row;
        runs[to++] = x + at;
        runs[to++] = x + end;
        at = next(bits, words, row, end, 0);
      }
    }
    return new PixelRuns(Arrays.copyOf(runs, to));
  }

  /** Returns the next pixel from one on that is taken, or by -1 that is not; or the row's end. */
  private static int next(long[] bits, int words, int row, int from, long flip) {
    for (int word = from / 64; word < words; word++) {
      long left = (bits[row * words + word] ^ flip) & (word == from / 64 ? -1L << from : -1L);
      if (left != 0) {
        return 64 * word + Long.numberOfTrailingZeros(left);
      }
    }
    return 64 * words;
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

  /**
   * Takes the pixels into a picture of 64 pixels to a number, which they all lie in.
   *
   * @param words numbers of a row
   * @param x column of the slide that the picture begins at
   * @param y row of the slide that it begins at
   */
  void paint(long[] bits, int words, int x, int y) {
    for (int run = 0; run < count(); run++) {
      BitFlood.set(bits, (row(run) - y) * words, begin(run) - x, end(run) - x);
    }
  }
}
