package org.ranklens.ihc.cell;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The stains of a tile in squares of about a micrometre, packed: the grouping of nuclei looks at
 * them when the tiles around are known, and neither reads nor sums up their pixels again. Squares
 * that are all nucleus, a third of dense tissue, take one byte, the others nine. It owns its bytes.
 */
final class CoarsePatch {

  private final TileFrame.Core squares;
  private final ByteBuffer pixels;
  private final FloatBuffer sums;

  private CoarsePatch(TileFrame.Core squares, ByteBuffer pixels, FloatBuffer sums) {
    this.squares = squares;
    this.pixels = pixels;
    this.sums = sums;
  }

  /**
   * Writes part of some stains.
   *
   * @param kept which squares, as the slide counts them
   */
  static void pack(CoarseStains stains, TileFrame.Core kept, PackedWriter out) {
    int first = (kept.y0() - stains.frame().y()) * stains.width() + kept.x0() - stains.frame().x();
    byte[] pixels = new byte[kept.width() * kept.height()];
    int stained = 0;
    for (int y = 0, to = 0; y < kept.height(); y++) {
      int row = first + y * stains.width();
      for (int p = row; p < row + kept.width(); p++) {
        pixels[to++] = (byte) stains.cytoplasm()[p];
        stained += stains.cytoplasm()[p] > 0 ? 1 : 0;
      }
    }
    ByteBuffer bytes = out.room(4 * Integer.BYTES + pixels.length + 2 * Float.BYTES * stained);
    bytes.putInt(kept.x0()).putInt(kept.y0()).putInt(kept.x1()).putInt(kept.y1());
    bytes.put(pixels);
    FloatBuffer sums = floats(bytes.slice());
    float[] row = new float[2 * kept.width()];
    for (int y = 0; y < kept.height(); y++) {
      int from = first + y * stains.width();
      int count = 0;
      for (int p = from; p < from + kept.width(); p++) {
        if (stains.cytoplasm()[p] > 0) {
          row[count++] = stains.dab()[p];
          row[count++] = stains.hematoxylin()[p];
        }
      }
      sums.put(row, 0, count);
    }
  }

  static CoarsePatch unpacked(PackedReader in) {
    ByteBuffer bytes = in.rest();
    TileFrame.Core squares =
        new TileFrame.Core(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt());
    int count = squares.width() * squares.height();
    ByteBuffer pixels = bytes.slice(bytes.position(), count);
    FloatBuffer sums = floats(bytes.slice(bytes.position() + count, bytes.remaining() - count));
    return new CoarsePatch(squares, pixels, sums);
  }

  /** They never leave the process, so its own order of bytes will do. */
  private static FloatBuffer floats(ByteBuffer bytes) {
    return bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Copies what lies within, and marks it. */
  void copyTo(CoarseStains stains, boolean[] known) {
    TileFrame frame = stains.frame();
    int x0 = Math.max(squares.x0(), frame.x());
    int x1 = Math.min(squares.x1(), frame.x() + stains.width());
    int y1 = Math.min(squares.y1(), frame.y() + stains.height());
    if (x0 >= x1 || squares.y0() >= y1 || squares.y1() <= frame.y()) {
      return;
    }
    byte[] row = new byte[squares.width()];
    float[] both = new float[2 * row.length];
    int sum = 0;
    for (int y = squares.y0(); y < y1; y++) {
      pixels.get((y - squares.y0()) * row.length, row);
      int rowSums = stained(row, row.length);
      if (y >= frame.y()) {
        sums.get(sum, both, 0, rowSums);
        int to = (y - frame.y()) * stains.width() + x0 - frame.x();
        copy(row, both, x0 - squares.x0(), x1 - squares.x0(), stains, to);
        Arrays.fill(known, to, to + x1 - x0, true);
      }
      sum += rowSums;
    }
  }

  /** Returns how many sums the first squares of a row have. */
  private static int stained(byte[] row, int end) {
    int stained = 0;
    for (int x = 0; x < end; x++) {
      stained += row[x] > 0 ? 2 : 0;
    }
    return stained;
  }

  private static void copy(
      byte[] row, float[] both, int from, int end, CoarseStains stains, int first) {
    int sum = stained(row, from);
    for (int x = from, to = first; x < end; x++, to++) {
      if (row[x] > 0) {
        stains.cytoplasm()[to] = row[x];
        stains.dab()[to] = both[sum++];
        stains.hematoxylin()[to] = both[sum++];
      }
    }
  }
}
