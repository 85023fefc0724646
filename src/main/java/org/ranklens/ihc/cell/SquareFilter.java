package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Smooths planes of squares. Sums run in a fixed order, so the result is the same in every tile.
 */
final class SquareFilter {

  private SquareFilter() {}

  /**
   * Weighs the eight squares around by the binomial 1 2 1 along both axes; outside is nothing.
   *
   * @param out another array than the plane's
   */
  static float[] thirds(float[] plane, int width, int height, float[] out) {
    float[][] rows = new float[3][width];
    float[] column = new float[width];
    float[] left = new float[width];
    float[] right = new float[width];
    float[] row = new float[width];
    System.arraycopy(plane, 0, rows[0], 0, width);
    for (int y = 0; y < height; y++) {
      float[] below = rows[(y + 1) % 3];
      if (y < height - 1) {
        System.arraycopy(plane, (y + 1) * width, below, 0, width);
      } else {
        Arrays.fill(below, 0);
      }
      across(rows[y % 3], rows[(y + 2) % 3], below, column);
      System.arraycopy(column, 0, left, 1, width - 1);
      System.arraycopy(column, 1, right, 0, width - 1);
      across(column, left, right, row);
      System.arraycopy(row, 0, out, y * width, width);
    }
    return out;
  }

  /** Adds rows, the middle one twice; all have the same index, so the JVM takes many at once. */
  private static void across(float[] middle, float[] one, float[] other, float[] sum) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] = 2 * middle[x] + one[x] + other[x];
    }
  }

  /**
   * Divides; 0 where there is nothing to divide by.
   *
   * @param ratio may be one of the others
   */
  static float[] ratio(float[] sum, float[] share, int squares, float[] ratio) {
    for (int q = 0; q < squares; q++) {
      ratio[q] = share[q] > 0 ? sum[q] / share[q] : 0;
    }
    return ratio;
  }
}
