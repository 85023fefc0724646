package org.ranklens.ihc.stain;

/**
 * Optical density (base 10) by grey level: one logarithm per level and slide, none per pixel.
 * Levels may be sums over several pixels, so that a binned pixel loses nothing to rounding.
 */
final class OdTable {

  /** Black is not infinitely dense: a level below this reads as this. */
  private static final double DARKEST_LEVEL = 1;

  private OdTable() {}

  /** Returns the density of each sum of {@code pixels} grey levels. */
  static float[] of(double white, int pixels) {
    float[] od = new float[255 * pixels + 1];
    for (int sum = 0; sum < od.length; sum++) {
      od[sum] = (float) -Math.log10(Math.max(DARKEST_LEVEL, (double) sum / pixels) / white);
    }
    return od;
  }
}
