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
    float[] result = values.clone();
    float[] kernel = kernel(sigmaMm / grid.columnSpacingMm());
    for (int line = 0; line < ny * nz; line++) {
      along(result, line * nx, 1, nx, kernel);
    }
    kernel = kernel(sigmaMm / grid.rowSpacingMm());
    for (int k = 0; k < nz; k++) {
      for (int i = 0; i < nx; i++) {
        along(result, k * nx * ny + i, nx, ny, kernel);
      }
    }
    kernel = kernel(sigmaMm / grid.sliceSpacingMm());
    for (int line = 0; line < nx * ny; line++) {
      along(result, line, nx * ny, nz, kernel);
    }
    return result;
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

  private static void along(float[] values, int first, int stride, int n, float[] kernel) {
    float[] line = new float[n];
    for (int q = 0; q < n; q++) {
      line[q] = values[first + q * stride];
    }
    for (int q = 0; q < n; q++) {
      float sum = kernel[0] * line[q];
      for (int d = 1; d < kernel.length; d++) {
        sum += kernel[d] * (line[Math.max(0, q - d)] + line[Math.min(n - 1, q + d)]);
      }
      values[first + q * stride] = sum;
    }
  }
}
