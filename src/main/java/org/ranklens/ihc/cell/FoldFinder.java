package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Finds folds: long narrow places that are dark also between nuclei. Where tissue lies once, the
 * palest spot of a square holds little haematoxylin, however strong the stains and however dense
 * the cells; where it lies double or threefold, it holds as much more.
 *
 * <p>That folds are dark and saturated is also what Bautista PA, Yagi Y (J Pathol Inform 2010;1:25)
 * and Kothari S, Phan JH, Wang MD (J Pathol Inform 2013;4:22) go by.
 */
final class FoldFinder {

  private static final double SIGMA_SQUARES = 1;
  private static final double LEAST_LENGTH_OD = 0.3;
  private static final double LEAST_PALEST_H = 0.13;
  private static final double OVER_TYPICAL_PALEST_H = 1.8;
  private static final double OVER_TYPICAL_LENGTH = 1.2;
  private static final double LEAST_LENGTH_MICRONS = 150;
  private static final double LEAST_LENGTH_OVER_WIDTH = 2.5;

  private FoldFinder() {}

  /**
   * Finds folds.
   *
   * @param open where they are looked for
   */
  static boolean[] find(
      SlideOverview overview, SquareOd mean, SquareOd palest, boolean[] tissue, boolean[] open) {
    int columns = overview.columns();
    int rows = overview.rows();
    float[] gaps = GaussianFilter.of(palest.hematoxylin(), columns, rows, SIGMA_SQUARES);
    float[] length = GaussianFilter.of(mean.plane(mean::length), columns, rows, SIGMA_SQUARES);
    double leastGap = Math.max(LEAST_PALEST_H, OVER_TYPICAL_PALEST_H * quantile(gaps, tissue, 0.9));
    double leastLength =
        Math.max(LEAST_LENGTH_OD, OVER_TYPICAL_LENGTH * quantile(length, tissue, 0.75));
    boolean[] dark =
        SquareGroups.where(
            gaps.length, i -> open[i] && gaps[i] >= leastGap && length[i] >= leastLength);
    boolean[] closed = SquareGroups.shrunk(SquareGroups.grown(dark, columns, 1), columns, 1);
    boolean[] ridges = SquareGroups.keep(closed, columns, group -> isRidge(group, overview));
    return SquareGroups.grown(ridges, columns, 1);
  }

  private static boolean isRidge(int[] group, SlideOverview overview) {
    Ellipse shape = SquareGroups.shape(group, overview.columns());
    // The standard deviation along a bar is its length over the root of 12.
    double length = Math.sqrt(12 * (shape.varianceX() + shape.varianceY()));
    return length * overview.squareMicrons() >= LEAST_LENGTH_MICRONS
        && length * length >= LEAST_LENGTH_OVER_WIDTH * group.length;
  }

  private static double quantile(float[] plane, boolean[] tissue, double share) {
    float[] values = new float[plane.length];
    int count = 0;
    for (int i = 0; i < plane.length; i++) {
      if (tissue[i]) {
        values[count++] = plane[i];
      }
    }
    Arrays.sort(values, 0, count);
    return count == 0 ? 0 : values[(int) (share * (count - 1))];
  }
}
