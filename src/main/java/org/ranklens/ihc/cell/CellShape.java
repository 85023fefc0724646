package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Turns the squares of a cell into its pixels: corners of the squares rounded off, the nucleus put
 * in, the nuclei of others left out. Its pixels stand 64 to a number. It owns its arrays, and
 * shapes one cell after the other.
 */
final class CellShape {

  private final int[] nuclei;
  private final int width;
  private final int height;
  private final TileFrame frame;
  private final int edge;
  private final BitGrowth blur;
  private long[] pixels = new long[0];
  private long[] smooth = new long[0];
  private long[] found = new long[0];
  private long[] near = new long[0];
  private int words;
  private int rows;

  /** The first pixel of the picture, which lies where a square begins, in pixels of the area. */
  private int left;

  private int top;

  /** Pixels at the left edges of squares, at their right edges, and between. */
  private long[] lefts = new long[0];

  private long[] rights = new long[0];

  /**
   * Looks at an array, which must not change.
   *
   * @param nuclei label of each pixel of an area
   * @param frame of the area
   */
  CellShape(int[] nuclei, int width, int height, TileFrame frame) {
    this.nuclei = nuclei;
    this.width = width;
    this.height = height;
    this.frame = frame;
    this.edge = CoarseStains.edge(frame.pixelSizeMicrons());
    this.blur = new BitGrowth((int) (10 * frame.pixels(CytoplasmMeter.INNER_MICRONS)));
  }

  /**
   * Returns a cell's pixels.
   *
   * @param squares of all cells, with a rim
   * @param kept which of the cell's squares are taken
   */
  PixelRuns of(LabelRuns squares, int label, IntPredicate kept, PixelRuns nucleus) {
    begin(squares, label, nucleus.box());
    for (int run = squares.begin(label); run < squares.begin(label + 1); run++) {
      addSquares(squares, run, kept);
    }
    if (edge > 1) {
      roundOff();
    }
    for (int row = 0; row < rows; row++) {
      dropOthers(row, label);
    }
    Arrays.fill(found, 0, words * rows, 0);
    nucleus.paint(found, words, frame.x() + left, frame.y() + top);
    Arrays.fill(near, 0, words * rows, 0);
    blur.grow(found, words, rows, near);
    for (int i = 0; i < words * rows; i++) {
      pixels[i] |= found[i];
    }
    BitFlood.spread(found, pixels, words, rows);
    return PixelRuns.of(found, words, rows, frame.x() + left, frame.y() + top);
  }

  /**
   * Returns the mean of what lies at least two pixels inside of the outline of the last cell, and
   * beyond its nucleus' blur, or {@code other}.
   *
   * @param dab of each pixel of the area
   */
  double inner(float[] dab, double other) {
    double sum = 0;
    int count = 0;
    for (int row = 2; row < rows - 2; row++) {
      for (int i = 0; i < words; i++) {
        int at = (top + row) * width + left + 64 * i;
        for (long bits = inner(row, i); bits != 0; bits &= bits - 1) {
          sum += dab[at + Long.numberOfTrailingZeros(bits)];
          count++;
        }
      }
    }
    return count == 0 ? other : sum / count;
  }

  /** Returns the mean of what lies in the blur around the nucleus of the last cell. */
  double blurred(float[] dab, double other) {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < words; i++) {
        int at = (top + row) * width + left + 64 * i;
        for (long bits = found[row * words + i] & near[row * words + i];
            bits != 0;
            bits &= bits - 1) {
          int p = at + Long.numberOfTrailingZeros(bits);
          if (nuclei[p] == 0) {
            sum += dab[p];
            count++;
          }
        }
      }
    }
    return count == 0 ? other : sum / count;
  }

  private long inner(int row, int i) {
    int at = row * words + i;
    return found[at]
        & ~near[at]
        & found[at - 2 * words]
        & found[at + 2 * words]
        & shifted(at, i, 2)
        & shifted(at, i, -2)
        & shifted(at - words, i, 1)
        & shifted(at - words, i, -1)
        & shifted(at + words, i, 1)
        & shifted(at + words, i, -1);
  }

  /** Returns a number of the cell's row moved by some pixels. */
  private long shifted(int at, int i, int by) {
    return by > 0
        ? (found[at] << by) | (i > 0 ? found[at - 1] >>> (64 - by) : 0)
        : (found[at] >>> -by) | (i + 1 < words ? found[at + 1] << (64 + by) : 0);
  }

  /** Makes room for all squares and the nucleus. */
  private void begin(LabelRuns squares, int label, TileFrame.Core nucleus) {
    int stride = squares.stride();
    int x0 = (nucleus.x0() - frame.x()) / edge;
    int x1 = (nucleus.x1() - frame.x() - 1) / edge + 1;
    int y0 = (nucleus.y0() - frame.y()) / edge;
    int y1 = (nucleus.y1() - frame.y() - 1) / edge + 1;
    for (int run = squares.begin(label); run < squares.begin(label + 1); run++) {
      int row = squares.first(run) / stride;
      int x = squares.first(run) - row * stride - CytoplasmGrowth.RIM;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + squares.end(run) - squares.first(run));
      y0 = Math.min(y0, row - CytoplasmGrowth.RIM);
      y1 = Math.max(y1, row - CytoplasmGrowth.RIM + 1);
    }
    left = x0 * edge;
    top = y0 * edge;
    words = ((x1 - x0) * edge + 63) / 64;
    rows = (y1 - y0) * edge;
    if (pixels.length < words * rows) {
      pixels = new long[2 * words * rows];
      smooth = new long[pixels.length];
      found = new long[pixels.length];
      near = new long[pixels.length];
    }
    Arrays.fill(pixels, 0, words * rows, 0);
    if (lefts.length < words) {
      lefts = new long[2 * words];
      rights = new long[2 * words];
      for (int x = 0; x < 64 * lefts.length; x++) {
        lefts[x / 64] |= x % edge == 0 ? 1L << x : 0;
        rights[x / 64] |= x % edge == edge - 1 ? 1L << x : 0;
      }
    }
  }

  private void addSquares(LabelRuns squares, int run, IntPredicate kept) {
    int row = squares.first(run) / squares.stride();
    int y = (row - CytoplasmGrowth.RIM) * edge - top;
    int toX = -row * squares.stride() - CytoplasmGrowth.RIM;
    for (int p = squares.first(run); p < squares.end(run); p++) {
      if (kept.test(p)) {
        int x = (p + toX) * edge - left;
        for (int i = 0; i < edge; i++) {
          BitFlood.set(pixels, (y + i) * words, x, x + edge);
        }
      }
    }
  }

  /**
   * Cuts corners and fills notches: a corner of a square goes by the majority of its square and the
   * two beside it (as pixel art is enlarged), so that what one cell gives up, its neighbour takes.
   */
  private void roundOff() {
    for (int row = 0; row < rows; row++) {
      int phase = row % edge;
      int beside = phase == 0 ? row - 1 : phase == edge - 1 ? row + 1 : row;
      boolean none = beside < 0 || beside >= rows;
      for (int i = 0; i < words; i++) {
        int at = row * words + i;
        long own = pixels[at];
        long vertical = none ? 0 : pixels[beside * words + i];
        long before = (own << 1) | (i > 0 ? pixels[at - 1] >>> 63 : 0);
        long behind = (own >>> 1) | (i + 1 < words ? pixels[at + 1] << 63 : 0);
        long horizontal =
            (before & lefts[i]) | (behind & rights[i]) | (own & ~lefts[i] & ~rights[i]);
        smooth[at] = (own & (vertical | horizontal)) | (vertical & horizontal);
      }
    }
    long[] rounded = smooth;
    smooth = pixels;
    pixels = rounded;
  }

  /** Leaves out nuclei of others, and what lies outside of the area. */
  private void dropOthers(int row, int label) {
    int y = top + row;
    for (int i = 0; i < words; i++) {
      int at = row * words + i;
      if (y >= height) {
        pixels[at] = 0;
      }
      for (long bits = pixels[at]; bits != 0; bits &= bits - 1) {
        int x = left + 64 * i + Long.numberOfTrailingZeros(bits);
        if (x >= width || (nuclei[y * width + x] != 0 && nuclei[y * width + x] != label)) {
          pixels[at] &= ~Long.lowestOneBit(bits);
        }
      }
    }
  }
}
