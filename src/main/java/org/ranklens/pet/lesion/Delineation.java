package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Optional;
import org.ranklens.pet.dicom.Geometry;

/**
 * How far a found lesion reaches: voxels of at least a level, connected to its maximum, within 12
 * mm of where it was found and outside every other region.
 */
final class Delineation {

  private static final double REACH_MM = 12;

  /** A vertebra's marrow is the hotter part of what is around a lesion in it. */
  private static final double MARROW_QUANTILE = 0.85;

  /** A background of this part of the level leads from the region into what is around it. */
  private static final double FLOODS = 0.8;

  private final float[] suv;
  private final Geometry grid;
  private final boolean[] taken;
  private final LesionSettings settings;
  private final Optional<HotMarrow> marrow;

  /**
   * @param taken voxels of all regions found
   * @param marrow where it is hot, it is the background of what lies in it, not what is around the
   *     bone
   */
  Delineation(
      float[] suv,
      Geometry grid,
      boolean[] taken,
      LesionSettings settings,
      Optional<HotMarrow> marrow) {
    this.suv = suv;
    this.grid = grid;
    this.taken = taken;
    this.settings = settings;
    this.marrow = marrow;
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
    boolean floods = background > FLOODS * part * max;
    return settings.voiRule() == VoiRule.BACKGROUND_ADAPTED || floods ? adapted : part * max;
  }

  private double background(int[] region) {
    boolean inMarrow = marrow.isPresent() && marrow.get().surrounds(new Voi(grid, region));
    double quantile = inMarrow ? MARROW_QUANTILE : 0.5;
    return Surroundings.quantile(suv, grid, region, REACH_MM, i -> !taken[i], quantile).orElse(0);
  }
}
