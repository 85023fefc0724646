package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Geometry;

/**
 * Exact Euclidean distances, axis by axis, by lower envelopes of parabolas: P. F. Felzenszwalb, D.
 * P. Huttenlocher, Distance transforms of sampled functions, Theory of Computing 2012;8:415-428.
 */
final class DistanceMap {

  private static final double FAR = 1e12;

  private DistanceMap() {}

  /** Returns each voxel's distance to the nearest voxel of the set, in mm. */
  static float[] to(boolean[] set, Geometry grid) {
    double[] squared = new double[set.length];
    for (int i = 0; i < set.length; i++) {
      squared[i] = set[i] ? 0 : FAR;
    }
    int nx = grid.columns();
    int ny = grid.rows();
    int nz = grid.slices();
    for (int line = 0; line < ny * nz; line++) {
      sweep(squared, line * nx, 1, nx, grid.columnSpacingMm());
    }
    for (int k = 0; k < nz; k++) {
      for (int i = 0; i < nx; i++) {
        sweep(squared, k * nx * ny + i, nx, ny, grid.rowSpacingMm());
      }
    }
    for (int line = 0; line < nx * ny; line++) {
      sweep(squared, line, nx * ny, nz, grid.sliceSpacingMm());
    }
    float[] result = new float[set.length];
    for (int i = 0; i < set.length; i++) {
      result[i] = (float) Math.sqrt(squared[i]);
    }
    return result;
  }

  /**
   * Returns how deep each voxel lies in a set: its distance to the nearest voxel outside it, where
   * beyond the grid all is outside.
   */
  static float[] depth(boolean[] set, Geometry grid) {
    boolean[] outside = new boolean[set.length];
    for (int i = 0; i < set.length; i++) {
      outside[i] = !set[i];
    }
    float[] depth = to(outside, grid);
    int at = 0;
    for (int k = 0; k < grid.slices(); k++) {
      double z = edge(k, grid.slices()) * grid.sliceSpacingMm();
      for (int j = 0; j < grid.rows(); j++) {
        double y = Math.min(z, edge(j, grid.rows()) * grid.rowSpacingMm());
        for (int i = 0; i < grid.columns(); i++, at++) {
          double x = edge(i, grid.columns()) * grid.columnSpacingMm();
          depth[at] = (float) Math.min(depth[at], Math.min(x, y));
        }
      }
    }
    return depth;
  }

  private static int edge(int at, int n) {
    return Math.min(at + 1, n - at);
  }

  private static void sweep(double[] f, int first, int stride, int n, double spacing) {
    boolean any = false;
    for (int q = 0; q < n && !any; q++) {
      any = f[first + q * stride] < FAR;
    }
    if (!any) {
      return;
    }
    double[] line = new double[n];
    for (int q = 0; q < n; q++) {
      line[q] = f[first + q * stride];
    }
    envelope(line, spacing);
    for (int q = 0; q < n; q++) {
      f[first + q * stride] = line[q];
    }
  }

  private static void envelope(double[] f, double spacing) {
    int n = f.length;
    int[] vertex = new int[n];
    double[] from = new double[n + 1];
    int k = -1;
    for (int q = 0; q < n; q++) {
      if (f[q] >= FAR) {
        continue;
      }
      double s = Double.NEGATIVE_INFINITY;
      while (k >= 0) {
        s = crossing(f, vertex[k], q, spacing);
        if (s > from[k]) {
          break;
        }
        k--;
        s = Double.NEGATIVE_INFINITY;
      }
      k++;
      vertex[k] = q;
      from[k] = s;
    }
    double[] values = Arrays.copyOf(f, n);
    int at = 0;
    for (int q = 0; q < n; q++) {
      while (at < k && from[at + 1] < q * spacing) {
        at++;
      }
      double d = (q - vertex[at]) * spacing;
      f[q] = values[vertex[at]] + d * d;
    }
  }

  private static double crossing(double[] f, int p, int q, double spacing) {
    double xp = p * spacing;
    double xq = q * spacing;
    return (f[q] + xq * xq - f[p] - xp * xp) / (2 * (xq - xp));
  }
}
