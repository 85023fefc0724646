package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;

/** Values between voxels, trilinear. */
final class Interpolation {

  private Interpolation() {}

  /** Returns the value at a point in voxel coordinates; outside the grid, {@code outside}. */
  static float at(float[] values, Geometry grid, double x, double y, double z, float outside) {
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    int k = (int) Math.floor(z);
    if (x < -0.5 || y < -0.5 || z < -0.5) {
      return outside;
    }
    int nx = grid.columns();
    int ny = grid.rows();
    int nz = grid.slices();
    if (x > nx - 0.5 || y > ny - 0.5 || z > nz - 0.5) {
      return outside;
    }
    int i0 = Math.max(i, 0);
    int j0 = Math.max(j, 0);
    int k0 = Math.max(k, 0);
    int i1 = Math.min(i + 1, nx - 1);
    int j1 = Math.min(j + 1, ny - 1);
    int k1 = Math.min(k + 1, nz - 1);
    double fx = x - i;
    double fy = y - j;
    double fz = z - k;
    double low = plane(values, nx, (long) k0 * ny, i0, i1, j0, j1, fx, fy);
    double high = plane(values, nx, (long) k1 * ny, i0, i1, j0, j1, fx, fy);
    return (float) (low + fz * (high - low));
  }

  private static double plane(
      float[] values, int nx, long firstRow, int i0, int i1, int j0, int j1, double fx, double fy) {
    int near = (int) ((firstRow + j0) * nx);
    int far = (int) ((firstRow + j1) * nx);
    double a = values[near + i0] + fx * (values[near + i1] - values[near + i0]);
    double b = values[far + i0] + fx * (values[far + i1] - values[far + i0]);
    return a + fy * (b - a);
  }

  /** Returns the values at the voxels of another grid. */
  static float[] onto(Geometry target, float[] values, Geometry grid, float outside) {
    float[] result = new float[Math.toIntExact(target.voxels())];
    VoxelPoint start = grid.toVoxel(target.origin());
    double[] column = step(grid, target.origin(), target.columnStep(), start);
    double[] row = step(grid, target.origin(), target.rowStep(), start);
    double[] slice = step(grid, target.origin(), target.sliceStep(), start);
    int index = 0;
    for (int k = 0; k < target.slices(); k++) {
      for (int j = 0; j < target.rows(); j++) {
        for (int i = 0; i < target.columns(); i++) {
          double x = start.column() + i * column[0] + j * row[0] + k * slice[0];
          double y = start.row() + i * column[1] + j * row[1] + k * slice[1];
          double z = start.slice() + i * column[2] + j * row[2] + k * slice[2];
          result[index++] = at(values, grid, x, y, z, outside);
        }
      }
    }
    return result;
  }

  private static double[] step(Geometry grid, Point3 origin, Point3 step, VoxelPoint start) {
    VoxelPoint end = grid.toVoxel(origin.plus(step));
    return new double[] {
      end.column() - start.column(), end.row() - start.row(), end.slice() - start.slice()
    };
  }
}
