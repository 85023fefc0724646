package org.ranklens.ihc.cell;

import java.util.stream.IntStream;

/** Takes the pixels close to a nucleus, but beyond its blur, and away from other cells. */
final class CytoplasmMeter {

  static final double INNER_MICRONS = 0.75;
  static final double OUTER_MICRONS = 2.5;

  private final int[] cells;
  private final int[] nuclei;
  private final int width;
  private final int height;
  private final TileFrame frame;

  /**
   * Where the square of each column and row of pixels stands, and the one beside that is nearest.
   */
  private final int[] columnOf;

  private final int[] rowOf;
  private final int[] besideX;
  private final int[] besideY;
  private final NucleusRing ring;

  /**
   * Looks at arrays, which must not change.
   *
   * @param growth over squares
   * @param nuclei label of each pixel
   */
  CytoplasmMeter(CytoplasmGrowth growth, int[] nuclei, int width, int height, TileFrame frame) {
    this.cells = growth.labels();
    this.nuclei = nuclei;
    this.width = width;
    this.height = height;
    this.frame = frame;
    int edge = CoarseStains.edge(frame.pixelSizeMicrons());
    this.columnOf = squares(width, edge, 1);
    this.rowOf = squares(height, edge, growth.stride());
    this.besideX = beside(width, edge, 1);
    this.besideY = beside(height, edge, growth.stride());
    this.ring =
        new NucleusRing(
            (int) Math.ceil(10 * frame.pixels(INNER_MICRONS)),
            (int) Math.floor(10 * frame.pixels(OUTER_MICRONS)));
  }

  private static int[] squares(int pixels, int edge, int stride) {
    return IntStream.range(0, pixels).map(i -> (i / edge + CytoplasmGrowth.RIM) * stride).toArray();
  }

  private static int[] beside(int pixels, int edge, int stride) {
    return IntStream.range(0, pixels)
        .map(i -> edge == 1 ? 0 : i % edge == 0 ? -stride : i % edge == edge - 1 ? stride : 0)
        .toArray();
  }

  /** Returns the pixels that the cytoplasm of a nucleus is read from. */
  PixelRuns ring(PixelRuns nucleus, int label) {
    PixelRuns.Gathering gathered = new PixelRuns.Gathering();
    ring.around(
        nucleus,
        (x, y) -> {
          if (isOwn(x - frame.x(), y - frame.y(), label)) {
            gathered.add(x, y);
          }
        });
    return gathered.runs();
  }

  private boolean isOwn(int x, int y, int label) {
    return x >= 0
        && y >= 0
        && x < width
        && y < height
        && nuclei[y * width + x] == 0
        && ownerOf(x, y) == label
        && !isBesideAnother(x, y, label);
  }

  private boolean isBesideAnother(int x, int y, int label) {
    return isForeign(x - 1, y, label)
        || isForeign(x + 1, y, label)
        || isForeign(x, y - 1, label)
        || isForeign(x, y + 1, label);
  }

  private boolean isForeign(int x, int y, int label) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return false;
    }
    int nucleus = nuclei[y * width + x];
    int owner = nucleus == 0 ? ownerOf(x, y) : nucleus;
    return owner != 0 && owner != label;
  }

  /**
   * Returns the cell that took a pixel: its square's, but in a corner that two other squares of one
   * cell enclose, theirs.
   */
  private int ownerOf(int x, int y) {
    int p = rowOf[y] + columnOf[x];
    int sideways = cells[p + besideX[x]];
    return sideways == cells[p + besideY[y]] ? sideways : cells[p];
  }
}
