package org.ranklens.ihc.cell;

/**
 * A Gaussian filter whose sums run in a fixed order wherever in a tile a pixel lies: vectorised
 * libraries round differently at the ends of rows, and two tilings would differ by it.
 */
final class GaussianFilter {

  private static final double REACH_SIGMAS = 3;

  private GaussianFilter() {}

  /** Returns the filtered plane; edge pixels are repeated outwards. */
  static float[] of(float[] plane, int width, int height, double sigma) {
    float[] kernel = kernel(sigma);
    float[] rows = new float[plane.length];
    float[] padded = new float[width + 2 * (kernel.length - 1)];
    for (int y = 0; y < height; y++) {
      filterRow(plane, rows, y * width, width, kernel, padded);
    }
    float[] out = new float[plane.length];
    for (int y = 0; y < height; y++) {
      filterColumns(rows, out, y, width, height, kernel);
    }
    return out;
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

  private static void filterRow(
      float[] in, float[] out, int from, int width, float[] kernel, float[] padded) {
    int reach = kernel.length - 1;
    java.util.Arrays.fill(padded, 0, reach, in[from]);
    System.arraycopy(in, from, padded, reach, width);
    java.util.Arrays.fill(padded, reach + width, padded.length, in[from + width - 1]);
    for (int x = 0; x < width; x++) {
      out[from + x] = kernel[0] * padded[x + reach];
    }
    for (int k = 1; k <= reach; k++) {
      addPair(padded, reach - k, reach + k, kernel[k], out, from, width);
    }
  }

  private static void filterColumns(
      float[] in, float[] out, int y, int width, int height, float[] kernel) {
    int to = y * width;
    for (int x = 0; x < width; x++) {
      out[to + x] = kernel[0] * in[to + x];
    }
    for (int k = 1; k < kernel.length; k++) {
      int above = Math.max(0, y - k) * width;
      int below = Math.min(height - 1, y + k) * width;
      addPair(in, above, below, kernel[k], out, to, width);
    }
  }

  /** Kept small and apart: in this shape the JVM makes vector instructions of it. */
  private static void addPair(
      float[] in, int first, int second, float weight, float[] out, int to, int width) {
    for (int x = 0; x < width; x++) {
      out[to + x] += weight * (in[first + x] + in[second + x]);
    }
  }
}
