package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the DAB of cytoplasm from the pixels close to a nucleus, but beyond its blur, and away from
 * other cells. Its level is that of the pixels near an upper-middle percentile: what lies lower is
 * mostly background that the growth took in.
 */
final class CytoplasmMeter {

  private static final double INNER_MICRONS = 0.75;
  private static final double OUTER_MICRONS = 2.5;
  private static final double LEVEL_QUANTILE = 0.7;

  /** Below the level begins the background soon; above it there are granules of stain. */
  private static final double BELOW_OD = 0.05;

  private static final double BELOW_SHARE = 0.2;
  private static final double ABOVE_OD = 0.06;
  private static final double ABOVE_SHARE = 0.5;

  private static final double LEAST_AREA_UM2 = 3;

  private final int[] cells;
  private final float[] dab;
  private final int width;
  private final int[] tenthPixels;
  private final TileFrame frame;
  private final double positiveOd;

  CytoplasmMeter(
      CytoplasmGrowth growth, float[] dab, int width, TileFrame frame, double positiveOd) {
    this.cells = growth.labels();
    this.tenthPixels = growth.tenthPixels();
    this.dab = dab;
    this.width = width;
    this.frame = frame;
    this.positiveOd = positiveOd;
  }

  /** Measures over pixels {@code from} to before {@code to} of one cell. */
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

  /** Measures, empty where there are too few values. */
  Optional<CytoplasmOd> measure(float[] values) {
    return measure(values, frame, positiveOd);
  }

  /** Measures, empty where there are too few values. */
  static Optional<CytoplasmOd> measure(float[] values, TileFrame frame, double positiveOd) {
    if (frame.areaUm2(values.length) < LEAST_AREA_UM2) {
      return Optional.empty();
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double level = sorted[(int) (LEVEL_QUANTILE * (sorted.length - 1))];
    double from = level - BELOW_OD - BELOW_SHARE * Math.max(0, level);
    double to = level + ABOVE_OD + ABOVE_SHARE * Math.max(0, level);
    double sum = 0;
    int count = 0;
    int positive = 0;
    for (float value : sorted) {
      if (value >= from && value <= to) {
        sum += value;
        count++;
      }
      positive += value >= positiveOd ? 1 : 0;
    }
    return Optional.of(
        new CytoplasmOd(
            sum / count,
            sorted[sorted.length / 2],
            sorted[sorted.length - 1],
            (double) positive / sorted.length));
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
