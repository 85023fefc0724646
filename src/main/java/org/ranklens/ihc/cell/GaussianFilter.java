package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * A Gaussian filter whose sums run in a fixed order wherever in a tile a pixel lies: vectorised
 * libraries round differently at the ends of rows, and two tilings would differ by it.
 *
 * <p>Rows are filtered along and kept only as long as rows across need them, so that they stay in
 * the processor's cache.
 */
final class GaussianFilter {

  private static final double REACH_SIGMAS = 3;

  private final float[] kernel;
  private final int reach;
  private final int width;
  private final int height;

  /** A row with its ends repeated outwards. */
  private final float[] padded;

  /** Copies of such a row, one for each tap, that begin where its pixels do. */
  private final float[][] shifted;

  /** The last rows filtered along, as many as one filtered across needs; by number, modulo. */
  private final float[][] rows;

  private GaussianFilter(int width, int height, double sigma) {
    this.kernel = kernel(sigma);
    this.reach = kernel.length - 1;
    this.width = width;
    this.height = height;
    this.padded = new float[width + 2 * reach];
    this.shifted = new float[2 * reach + 1][width];
    this.rows = new float[2 * reach + 1][width];
  }

  /** Returns the filtered plane; edge pixels are repeated outwards. */
  static float[] of(float[] plane, int width, int height, double sigma) {
    return of(plane, width, height, sigma, new float[plane.length]);
  }

  /**
   * Returns the filtered plane, in an array that is another than the plane's; what stands behind
   * either is left alone.
   */
  static float[] of(float[] plane, int width, int height, double sigma, float[] out) {
    new GaussianFilter(width, height, sigma).filter(plane, out);
    return out;
  }

  private void filter(float[] in, float[] out) {
    float[][] taps = new float[2 * reach + 1][];
    float[] row = new float[width];
    int ready = 0;
    for (int y = 0; y < height; y++) {
      for (int last = Math.min(height - 1, y + reach); ready <= last; ready++) {
        filterAlong(in, ready);
      }
      for (int k = -reach; k <= reach; k++) {
        taps[reach + k] = rowAt(Math.max(0, Math.min(height - 1, y + k)));
      }
      sum(taps, row);
      System.arraycopy(row, 0, out, y * width, width);
    }
  }

  /** Returns the weights from the centre outwards. */
  private static float[] kernel(double sigma) {
    int reach = Math.max(1, (int) Math.ceil(REACH_SIGMAS * sigma));
    double[] weights = new double[reach + 1];
    double sum = 0;
    for (int i = 0; i <= reach; i++) {
      weights[i] = Math.exp(-0.5 * i * i / (sigma * sigma));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    float[] kernel = new float[reach + 1];
    for (int i = 0; i <= reach; i++) {
      kernel[i] = (float) (weights[i] / sum);
    }
    return kernel;
  }

  private void filterAlong(float[] in, int y) {
    int from = y * width;
    Arrays.fill(padded, 0, reach, in[from]);
    System.arraycopy(in, from, padded, reach, width);
    Arrays.fill(padded, reach + width, padded.length, in[from + width - 1]);
    for (int k = 0; k <= 2 * reach; k++) {
      System.arraycopy(padded, k, shifted[k], 0, width);
    }
    sum(shifted, rowAt(y));
  }

  private float[] rowAt(int y) {
    return rows[y % rows.length];
  }

  /** Sums from the centre outwards, two pairs of taps at once. */
  private void sum(float[][] taps, float[] out) {
    centre(taps[reach], taps[reach - 1], taps[reach + 1], kernel[0], kernel[1], out);
    int k = 2;
    for (; k < reach; k += 2) {
      pairs(
          taps[reach - k],
          taps[reach + k],
          kernel[k],
          taps[reach - k - 1],
          taps[reach + k + 1],
          kernel[k + 1],
          out);
    }
    if (k == reach) {
      pair(taps[0], taps[2 * reach], kernel[k], out);
    }
  }

  // The loops below are kept apart, and all their arrays have the same index: in this shape the JVM
  // makes vector instructions of them, which are five times as fast.

  private static void centre(
      float[] centre, float[] a, float[] b, float weight, float weightBeside, float[] out) {
    for (int x = 0; x < out.length; x++) {
      out[x] = weight * centre[x] + weightBeside * (a[x] + b[x]);
    }
  }

  private static void pair(float[] a, float[] b, float weight, float[] out) {
    for (int x = 0; x < out.length; x++) {
      out[x] += weight * (a[x] + b[x]);
    }
  }

  private static void pairs(
      float[] a, float[] b, float weight, float[] c, float[] d, float weightBeyond, float[] out) {
    for (int x = 0; x < out.length; x++) {
      out[x] = out[x] + weight * (a[x] + b[x]) + weightBeyond * (c[x] + d[x]);
    }
  }
}
