package org.ranklens.pet.suv;

import java.util.OptionalLong;

/**
 * Smallest, middle and largest SUVbw of a volume or of what a mask holds of it.
 *
 * @param min smallest value
 * @param median middle value, of an even number the mean of the two in the middle
 * @param max largest value
 * @param maskVoxels voxels in the mask, empty where there is none
 */
public record SuvStatistics(double min, double median, double max, OptionalLong maskVoxels) {

  /** Returns the statistics of the whole volume. */
  public static SuvStatistics of(SuvVolume volume) {
    return VoxelStatistics.of(volume.suvBw());
  }

  /**
   * Returns the statistics inside a mask.
   *
   * @param inside a flag per voxel of the volume, at least one of them set
   */
  public static SuvStatistics of(SuvVolume volume, boolean[] inside) {
    return VoxelStatistics.inside(volume.suvBw(), inside);
  }
}
