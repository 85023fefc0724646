package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Takes the DAB of the pixels close to a nucleus, but beyond its blur, and away from other cells.
 */
final class CytoplasmMeter {

  private static final double INNER_MICRONS = 0.75;
  private static final double OUTER_MICRONS = 2.5;

  private final int[] cells;
  private final float[] dab;
  private final int width;
  private final int[] tenthPixels;
  private final TileFrame frame;

  CytoplasmMeter(CytoplasmGrowth growth, float[] dab, int width, TileFrame frame) {
    this.cells = growth.labels();
    this.tenthPixels = growth.tenthPixels();
    this.dab = dab;
    this.width = width;
    this.frame = frame;
  }

  /** Returns the DAB of one cell's cytoplasm, pixel by pixel. */
  float[] values(CellPixels pixels, int label) {
    double inner = 10 * frame.pixels(INNER_MICRONS);
    double outer = 10 * frame.pixels(OUTER_MICRONS);
    float[] values = new float[pixels.begin(label + 1) - pixels.begin(label)];
    int count = 0;
    for (int i = pixels.begin(label); i < pixels.begin(label + 1); i++) {
      int p = pixels.pixel(i);
      if (tenthPixels[p] >= inner && tenthPixels[p] <= outer && !besideAnother(p)) {
        values[count++] = dab[p];
      }
    }
    return Arrays.copyOf(values, count);
  }

  private boolean besideAnother(int p) {
    int own = cells[p];
    int x = p % width;
    return (x > 0 && foreign(cells[p - 1], own))
        || (x < width - 1 && foreign(cells[p + 1], own))
        || (p >= width && foreign(cells[p - width], own))
        || (p + width < cells.length && foreign(cells[p + width], own));
  }

  private static boolean foreign(int label, int own) {
    return label != 0 && label != own;
  }
}
