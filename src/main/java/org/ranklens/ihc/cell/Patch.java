package org.ranklens.ihc.cell;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The pixels of one component, cut out with a rim of two pixels, small holes filled. It owns its
 * arrays, and is cut anew for one component after the other.
 *
 * <p>Its pixels stand 64 to a number, so that what hangs together and what encloses what is told of
 * many at once.
 */
final class Patch {

  private static final int RIM = 2;
  private static final int FAR = 1 << 20;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The lowest bit of each of eight bytes, the highest, and what brings the lowest together. */
  private static final long LOWEST = 0x0101010101010101L;

  private static final long HIGHEST = LOWEST << 7;
  private static final long GATHERED = 0x0102040810204080L;

  private int left;
  private int top;
  private int words;
  private int rows;
  private long[] inside = new long[0];
  private long[] rest = new long[0];
  private long[] outside = new long[0];
  private long[] hole = new long[0];
  private long[] contour = new long[0];
  private int[] fifths = new int[0];
  private int[] inner = new int[0];
  private int innerCount;

  /** Cuts out a node; holes of fewer pixels than {@code holePixels} are filled. */
  void cut(ComponentTree tree, int node, int holePixels) {
    NodeSums sums = tree.sums();
    left = sums.left(node) - RIM;
    top = sums.top(node) - RIM;
    int width = sums.right(node) - sums.left(node) + 1;
    words = (width + 2 * RIM + 63) / 64;
    rows = sums.bottom(node) - sums.top(node) + 1 + 2 * RIM;
    if (inside.length < words * rows) {
      inside = new long[2 * words * rows];
      rest = new long[inside.length];
      outside = new long[inside.length];
      hole = new long[inside.length];
      contour = new long[inside.length];
      fifths = new int[64 * inside.length];
      inner = new int[64 * inside.length];
    }
    threshold(tree, sums.level(node), width);
    spread(sums.pixel(node), tree.stride());
    fillHoles(holePixels);
    collect();
  }

  /** Takes what is above the threshold, of whatever component. */
  private void threshold(ComponentTree tree, int level, int width) {
    Arrays.fill(rest, 0, words * rows, 0);
    byte[] levels = tree.levels();
    for (int row = RIM; row < rows - RIM; row++) {
      int from = (row + top + 1) * tree.stride() + left + 1;
      for (int word = 0; word < words; word++) {
        long bits = 0;
        int end = Math.min(RIM + width - 64 * word, 64);
        for (int x = 0; x < end; x += 8) {
          bits |= eight(levels, from + 64 * word + x, level) << x;
        }
        long within = end < 64 ? (1L << end) - 1 : -1;
        rest[row * words + word] = bits & (word == 0 ? within & -1L << RIM : within);
      }
    }
  }

  /** Tells which of eight pixels are at a level or above, in the lowest bits. */
  private static long eight(byte[] levels, int from, int level) {
    if (from + 8 > levels.length) {
      long bits = 0;
      for (int x = 0; from + x < levels.length; x++) {
        bits |= levels[from + x] >= level ? 1L << x : 0;
      }
      return bits;
    }
    // No level is above 127: the highest bit of a byte is free for the comparison, and set below 0.
    long own = (long) EIGHT.get(levels, from);
    long above = ((own | HIGHEST) - level * LOWEST) & ~own & HIGHEST;
    return ((above >>> 7) * GATHERED) >>> 56;
  }

  private void spread(int pixel, int stride) {
    Arrays.fill(inside, 0, words * rows, 0);
    int row = pixel / stride - 1 - top;
    int x = pixel % stride - 1 - left;
    inside[row * words + x / 64] = 1L << x;
    BitFlood.spread(inside, rest, words, rows);
  }

  private void fillHoles(int mostPixels) {
    int count = words * rows;
    for (int i = 0; i < count; i++) {
      rest[i] = ~inside[i];
      boolean onEdge = i < words || i >= count - words;
      long sides = (i % words == 0 ? 1 : 0) | (i % words == words - 1 ? 1L << 63 : 0);
      outside[i] = onEdge ? -1 : sides;
    }
    BitFlood.spread(outside, rest, words, rows);
    for (int i = 0; i < count; i++) {
      rest[i] &= ~outside[i];
    }
    for (int i = 0; i < count; i++) {
      while (rest[i] != 0) {
        fillHole(i, mostPixels);
      }
    }
  }

  /** Fills the first hole of those left, where it is small, and takes it out of those left. */
  private void fillHole(int first, int mostPixels) {
    int count = words * rows;
    Arrays.fill(hole, 0, count, 0);
    hole[first] = Long.lowestOneBit(rest[first]);
    BitFlood.spread(hole, rest, words, rows);
    int pixels = 0;
    for (int i = first; i < count; i++) {
      pixels += Long.bitCount(hole[i]);
      rest[i] &= ~hole[i];
    }
    for (int i = first; pixels < mostPixels && i < count; i++) {
      inside[i] |= hole[i];
    }
  }

  private void collect() {
    innerCount = 0;
    // The rim is outside, so that no number of a row has a neighbour in another row.
    for (int i = words; i < words * (rows - 1); i++) {
      long own = inside[i];
      long beside = ((own << 1) | (inside[i - 1] >>> 63)) & ((own >>> 1) | (inside[i + 1] << 63));
      contour[i] = own & ~(beside & inside[i - words] & inside[i + words]);
      for (long bits = inside[i]; bits != 0; bits &= bits - 1) {
        inner[innerCount++] = 64 * i + Long.numberOfTrailingZeros(bits);
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
    int width = width();
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

  /** Returns the column of the tile that the first pixel of a row lies in. */
  int left() {
    return left;
  }

  /** Returns the row of the tile that the first row is. */
  int top() {
    return top;
  }

  /** Returns the pixels of a row, whole numbers full; those on the right are outside. */
  int width() {
    return 64 * words;
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
    return ((contour[p >> 6] >>> p) & 1) != 0;
  }

  int pixels() {
    return 64 * words * rows;
  }
}
