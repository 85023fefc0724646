package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;

/** Gaussian smoothing, axis by axis, the border repeated. */
final class Smoothing {

  private Smoothing() {}

  /** Returns the values smoothed by a Gaussian of this standard deviation. */
  static float[] gaussian(float[] values, Geometry grid, double sigmaMm) {
    int nx = grid.columns();
    int ny = grid.rows();
    int nz = grid.slices();
    float[] one = new float[values.length];
    float[] other = new float[values.length];
    float[] kernel = kernel(sigmaMm / grid.columnSpacingMm());
    for (int line = 0; line < ny * nz; line++) {
      alongRow(values, one, line * nx, nx, kernel);
    }
    kernel = kernel(sigmaMm / grid.rowSpacingMm());
    for (int k = 0; k < nz; k++) {
      acrossRows(one, other, k * nx * ny, nx, ny, nx, kernel);
    }
    kernel = kernel(sigmaMm / grid.sliceSpacingMm());
    for (int j = 0; j < ny; j++) {
      acrossRows(other, one, j * nx, nx * ny, nz, nx, kernel);
    }
    return one;
  }

  private static float[] kernel(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] weights = new double[reach + 1];
    double sum = 0;
    for (int i = 0; i <= reach; i++) {
      weights[i] = sigma > 0 ? Math.exp(-0.5 * i * i / (sigma * sigma)) : 1;
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    float[] kernel = new float[reach + 1];
    for (int i = 0; i <= reach; i++) {
      kernel[i] = (float) (weights[i] / sum);
    }
    return kernel;
  }

  private static void alongRow(float[] in, float[] out, int first, int n, float[] kernel) {
    int reach = kernel.length - 1;
    float[] line = new float[n + 2 * reach];
    for (int q = 0; q < line.length; q++) {
      line[q] = in[first + Math.max(0, Math.min(n - 1, q - reach))];
    }
    for (int q = 0; q < n; q++) {
      float sum = kernel[0] * line[q + reach];
      for (int d = 1; d < kernel.length; d++) {
        sum += kernel[d] * (line[q + reach - d] + line[q + reach + d]);
      }
      out[first + q] = sum;
    }
  }

  /** Whole rows at once, since memory is read fastest along them. */
  private static void acrossRows(
      float[] in, float[] out, int first, int stride, int n, int width, float[] kernel) {
    for (int q = 0; q < n; q++) {
      int at = first + q * stride;
      for (int i = 0; i < width; i++) {
        out[at + i] = kernel[0] * in[at + i];
      }
      for (int d = 1; d < kernel.length; d++) {
        int before = first + Math.max(0, q - d) * stride;
        int after = first + Math.min(n - 1, q + d) * stride;
        float weight = kernel[d];
        for (int i = 0; i < width; i++) {
          out[at + i] += weight * (in[before + i] + in[after + i]);
        }
      }
    }
  }
}
