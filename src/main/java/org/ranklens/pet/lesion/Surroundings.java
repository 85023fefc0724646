package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.ranklens.pet.dicom.Geometry;

/** What is taken up around a region. */
final class Surroundings {

  /** A PET blurs by 5 to 7 mm: from here on hardly anything of the region's own uptake is left. */
  private static final double FROM_MM = 8;

  /** So that even around a small node some hundred voxels tell the surroundings. */
  static final double TO_MM = 16;

  private Surroundings() {}

  /**
   * Returns a quantile of the uptake from 8 mm to another distance around a region, or empty where
   * no voxel counts there.
   *
   * @param region its voxels, ascending
   * @param counts which voxels count, by index
   * @param quantile 0 to less than 1
   */
  static OptionalDouble quantile(
      float[] suv, Geometry grid, int[] region, double toMm, IntPredicate counts, double quantile) {
    double[] values =
        Arrays.stream(Shell.around(region, grid, FROM_MM, toMm))
            .filter(counts)
            .mapToDouble(i -> suv[i])
            .toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Ranks.at(quantile, values, values.length));
  }
}
