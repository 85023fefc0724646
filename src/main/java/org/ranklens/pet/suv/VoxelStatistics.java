package org.ranklens.pet.suv;

import java.util.Arrays;
import java.util.OptionalLong;

/** Order statistics of voxels. */
final class VoxelStatistics {

  private VoxelStatistics() {}

  /** Sorts the array it is given. */
  static SuvStatistics of(float[] values, OptionalLong maskVoxels) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no voxels to measure");
    }
    Arrays.sort(values);
    int n = values.length;
    double median = (values[(n - 1) / 2] + (double) values[n / 2]) / 2.0;
    return new SuvStatistics(values[0], median, values[n - 1], maskVoxels);
  }

  static SuvStatistics inside(float[] values, boolean[] inside) {
    if (values.length != inside.length) {
      throw new IllegalArgumentException(inside.length + " flags for " + values.length + " voxels");
    }
    float[] kept = new float[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (inside[i]) {
        kept[n++] = values[i];
      }
    }
    return of(Arrays.copyOf(kept, n), OptionalLong.of(n));
  }
}
