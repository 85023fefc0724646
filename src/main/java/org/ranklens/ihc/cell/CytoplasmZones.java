package org.ranklens.ihc.cell;

import java.util.function.IntPredicate;

/** The mean DAB of parts of a cell that its ring does not show, by squares. */
final class CytoplasmZones {

  /** Further out, what grew is mostly the neighbours' or nobody's. */
  private static final double FURTHEST_MICRONS = 4;

  private final CytoplasmGrowth growth;
  private final CoarseStains stains;
  private final int stride;
  private final int ringWay;
  private final int outerWay;
  private float[] values = new float[512];

  /** Looks at arrays of both, which must not change. */
  CytoplasmZones(CytoplasmGrowth growth, CoarseStains stains) {
    this.growth = growth;
    this.stains = stains;
    this.stride = growth.stride();
    this.ringWay = (int) (10 * stains.frame().pixels(CytoplasmMeter.OUTER_MICRONS));
    this.outerWay = (int) (10 * stains.frame().pixels(FURTHEST_MICRONS));
  }

  /** Returns the mean of what grew beyond the ring, away from other cells, or {@code other}. */
  double furtherOut(LabelRuns runs, int label, double other) {
    return mean(
        runs,
        label,
        p -> {
          int way = growth.tenthPixels(p);
          return way > ringWay && way <= outerWay && !growth.isBesideAnother(p);
        },
        other);
  }

  /** Returns quantiles of all squares that grew, {@code other} where there are none. */
  double[] grown(LabelRuns runs, int label, double other) {
    if (values.length < runs.pixels(label)) {
      values = new float[2 * runs.pixels(label)];
    }
    int count = growth.cytoplasm(runs, label, values);
    if (count == 0) {
      values[count++] = (float) other;
    }
    return Selection.quantiles(values, count, CytoplasmReading.GROWN_QUANTILES);
  }

  /** Returns the mean over the pixels of some squares that are no nucleus. */
  private double mean(LabelRuns runs, int label, IntPredicate wanted, double other) {
    float[] dab = stains.dab();
    float[] pixels = stains.cytoplasm();
    double sum = 0;
    double count = 0;
    for (int run = runs.begin(label); run < runs.begin(label + 1); run++) {
      int row = runs.first(run) / stride;
      int toSquare =
          (row - CytoplasmGrowth.RIM) * stains.width() - CytoplasmGrowth.RIM - row * stride;
      for (int p = runs.first(run); p < runs.end(run); p++) {
        if (!growth.isNucleus(p) && wanted.test(p)) {
          sum += dab[p + toSquare];
          count += pixels[p + toSquare];
        }
      }
    }
    return count == 0 ? other : sum / count;
  }
}
