package org.ranklens.pet.suv;

import java.util.OptionalLong;

/**
 * Order statistics of voxels, exact, without sorting: two counts of the upper and the lower half of
 * each number's bits. A second volume is never held.
 */
final class VoxelStatistics {

  private static final int HALF = 16;
  private static final int BINS = 1 << HALF;

  private final float[] values;
  private final boolean[] inside;

  /** All voxels where {@code inside} is null. */
  private VoxelStatistics(float[] values, boolean[] inside) {
    this.values = values;
    this.inside = inside;
  }

  static SuvStatistics of(float[] values) {
    return new VoxelStatistics(values, null).measure(OptionalLong.empty());
  }

  static SuvStatistics inside(float[] values, boolean[] inside) {
    if (values.length != inside.length) {
      throw new IllegalArgumentException(inside.length + " flags for " + values.length + " voxels");
    }
    long count = 0;
    for (boolean flag : inside) {
      count += flag ? 1 : 0;
    }
    return new VoxelStatistics(values, inside).measure(OptionalLong.of(count));
  }

  private SuvStatistics measure(OptionalLong maskVoxels) {
    int n = (int) maskVoxels.orElse(values.length);
    if (n == 0) {
      throw new IllegalArgumentException("no voxels to measure");
    }
    int[] upper = new int[BINS];
    for (int i = 0; i < values.length; i++) {
      if (inside == null || inside[i]) {
        upper[ordered(values[i]) >>> HALF]++;
      }
    }
    double median = (nth(upper, (n - 1) / 2) + (double) nth(upper, n / 2)) / 2;
    return new SuvStatistics(nth(upper, 0), median, nth(upper, n - 1), maskVoxels);
  }

  /** The value of a rank, from 0. */
  private float nth(int[] upper, int rank) {
    int bin = 0;
    int before = 0;
    while (before + upper[bin] <= rank) {
      before += upper[bin++];
    }
    int[] lower = new int[BINS];
    for (int i = 0; i < values.length; i++) {
      if (inside == null || inside[i]) {
        int bits = ordered(values[i]);
        if (bits >>> HALF == bin) {
          lower[bits & (BINS - 1)]++;
        }
      }
    }
    int low = 0;
    while (before + lower[low] <= rank) {
      before += lower[low++];
    }
    return value((bin << HALF) | low);
  }

  /** Bits that stand in the order of the numbers, seen as unsigned. */
  private static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits < 0 ? ~bits : bits ^ 0x80000000;
  }

  private static float value(int ordered) {
    return Float.intBitsToFloat(ordered < 0 ? ordered ^ 0x80000000 : ~ordered);
  }
}
