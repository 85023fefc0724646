package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Geometry;

/**
 * How far a found lesion reaches: voxels of at least a level, connected to its maximum, within 12
 * mm of where it was found and outside every other region.
 */
final class Delineation {

  private static final double REACH_MM = 12;
  private static final double RING_FROM_MM = 8;

  /** A vertebra's marrow is the hotter part of what is around a lesion in it. */
  private static final double MARROW_QUANTILE = 0.85;

  private final float[] suv;
  private final Geometry grid;
  private final boolean[] taken;
  private final LesionSettings settings;
  private final double backgroundQuantile;

  /**
   * @param taken voxels of all regions found
   * @param hotMarrow whether marrow takes up so much that it is the background, not what lies
   *     around the bone
   */
  Delineation(
      float[] suv, Geometry grid, boolean[] taken, LesionSettings settings, boolean hotMarrow) {
    this.backgroundQuantile = hotMarrow ? MARROW_QUANTILE : 0.5;
    this.suv = suv;
    this.grid = grid;
    this.taken = taken;
    this.settings = settings;
  }

  /** Returns the VOI of a region. */
  Voi voi(int[] region) {
    if (settings.voiRule() == VoiRule.THRESHOLD) {
      return new Voi(grid, region);
    }
    int hottest = region[0];
    for (int index : region) {
      hottest = suv[index] > suv[hottest] ? index : hottest;
    }
    int[] around =
        Arrays.stream(Shell.around(region, grid, 0, REACH_MM)).filter(i -> !taken[i]).toArray();
    double level = level(suv[hottest], background(region));
    boolean[] set = new boolean[suv.length];
    for (int index : region) {
      set[index] = suv[index] >= level;
    }
    for (int index : around) {
      set[index] = suv[index] >= level;
    }
    return new Voi(grid, Components.around(set, hottest, grid));
  }

  /** A percentage of the maximum that the background reaches would flood it. */
  private double level(double max, double background) {
    double part = settings.voiPercent() / 100;
    double adapted = background + part * (max - background);
    boolean floods = background > 0.8 * part * max;
    return settings.voiRule() == VoiRule.BACKGROUND_ADAPTED || floods ? adapted : part * max;
  }

  private double background(int[] region) {
    float[] ring = new float[suv.length];
    int n = 0;
    for (int index : Shell.around(region, grid, RING_FROM_MM, REACH_MM)) {
      if (!taken[index]) {
        ring[n++] = suv[index];
      }
    }
    if (n == 0) {
      return 0;
    }
    float[] sorted = Arrays.copyOf(ring, n);
    Arrays.sort(sorted);
    return sorted[(int) (n * backgroundQuantile)];
  }
}
