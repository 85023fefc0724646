package org.ranklens.phantom.pet;

/** Gaussian blur of a volume along its three axes: the resolution of a scanner. */
final class Blur {

  /** Full width at half maximum over standard deviation. */
  private static final double FWHM_PER_SIGMA = 2.354820045;

  private Blur() {}

  static void gaussian(float[] values, VoxelGrid grid, double fwhmMm) {
    int plane = grid.columns() * grid.rows();
    float[] inPlane = kernel(fwhmMm / FWHM_PER_SIGMA / grid.inPlaneMm());
    float[] axial = kernel(fwhmMm / FWHM_PER_SIGMA / grid.sliceMm());
    for (int slice = 0; slice < grid.slices(); slice++) {
      for (int row = 0; row < grid.rows(); row++) {
        line(values, grid.index(0, row, slice), 1, grid.columns(), inPlane);
      }
      for (int column = 0; column < grid.columns(); column++) {
        line(values, grid.index(column, 0, slice), grid.columns(), grid.rows(), inPlane);
      }
    }
    for (int pixel = 0; pixel < plane; pixel++) {
      line(values, pixel, plane, grid.slices(), axial);
    }
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3.5 * sigma);
    double[] weights = new double[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      weights[k + radius] = sigma == 0 ? 1 : StrictMath.exp(-k * k / (2 * sigma * sigma));
      sum += weights[k + radius];
    }
    float[] kernel = new float[weights.length];
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] = (float) (weights[k] / sum);
    }
    return kernel;
  }

  private static void line(float[] values, int start, int step, int length, float[] kernel) {
    int radius = kernel.length / 2;
    float[] padded = new float[length + 2 * radius];
    for (int k = 0; k < padded.length; k++) {
      padded[k] = values[start + step * Math.max(0, Math.min(length - 1, k - radius))];
    }
    for (int k = 0; k < length; k++) {
      float sum = 0;
      for (int j = 0; j < kernel.length; j++) {
        sum += kernel[j] * padded[k + j];
      }
      values[start + step * k] = sum;
    }
  }
}
