package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Takes the DAB of the pixels close to a nucleus, but beyond its blur, and away from other cells.
 */
final class CytoplasmMeter {

  static final double INNER_MICRONS = 0.75;
  static final double OUTER_MICRONS = 2.5;

  private final CytoplasmGrowth growth;
  private final int stride;
  private final float[] dab;
  private final int width;
  private final int inner;
  private final int outer;

  CytoplasmMeter(CytoplasmGrowth growth, float[] dab, int width, TileFrame frame) {
    this.growth = growth;
    this.stride = growth.stride();
    this.dab = dab;
    this.width = width;
    this.inner = (int) Math.ceil(10 * frame.pixels(INNER_MICRONS));
    this.outer = (int) Math.floor(10 * frame.pixels(OUTER_MICRONS));
  }

  /** Returns the DAB of one cell's cytoplasm, pixel by pixel. */
  float[] values(LabelRuns runs, int label) {
    float[] values = new float[runs.pixels(label)];
    int count = 0;
    for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
      int row = runs.first(run) / stride;
      int toDab = (row - 1) * width - 1 - row * stride;
      for (int p = runs.first(run); p < runs.end(run); p++) {
        int way = growth.tenthPixels(p);
        if (way >= inner && way <= outer && !growth.isBesideAnother(p)) {
          values[count++] = dab[p + toDab];
        }
      }
    }
    return Arrays.copyOf(values, count);
  }
}
