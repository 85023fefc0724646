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
    int least = -1;
    int most = 0;
    for (int i = 0; i < values.length; i++) {
      if (inside == null || inside[i]) {
        int bits = ordered(values[i]);
        upper[bits >>> HALF]++;
        // Compared as unsigned.
        least = bits + Integer.MIN_VALUE < least + Integer.MIN_VALUE ? bits : least;
        most = bits + Integer.MIN_VALUE > most + Integer.MIN_VALUE ? bits : most;
      }
    }
    return new SuvStatistics(
        value(least), middle(upper, (n - 1) / 2, n / 2), value(most), maskVoxels);
  }

  /** The mean of the values of two ranks, from 0, that are the same or follow one another. */
  private double middle(int[] upper, int lowerRank, int upperRank) {
    int bin = 0;
    int before = 0;
    while (before + upper[bin] <= lowerRank) {
      before += upper[bin++];
    }
    int[] lower = lowerHalves(bin);
    double first = value((bin << HALF) | place(lower, lowerRank - before));
    if (before + upper[bin] > upperRank) {
      return (first + value((bin << HALF) | place(lower, upperRank - before))) / 2;
    }
    int next = bin + 1;
    while (upper[next] == 0) {
      next++;
    }
    return (first + value((next << HALF) | place(lowerHalves(next), 0))) / 2;
  }

  /** How often each lower half of the bits stands behind an upper one. */
  private int[] lowerHalves(int bin) {
    int[] lower = new int[BINS];
    for (int i = 0; i < values.length; i++) {
      if (inside == null || inside[i]) {
        int bits = ordered(values[i]);
        if (bits >>> HALF == bin) {
          lower[bits & (BINS - 1)]++;
        }
      }
    }
    return lower;
  }

  private static int place(int[] counts, int rank) {
    int at = 0;
    int before = 0;
    while (before + counts[at] <= rank) {
      before += counts[at++];
    }
    return at;
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
