package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;

/** HU between voxels, trilinear. */
final class CtSampler {

  private CtSampler() {}

  /** Returns the HU at a point in voxel coordinates; outside the grid, {@code outside}. */
  static float at(short[] hu, Geometry grid, double x, double y, double z, float outside) {
    int nx = grid.columns();
    int ny = grid.rows();
    int nz = grid.slices();
    if (!(x >= -0.5 && y >= -0.5 && z >= -0.5) || x > nx - 0.5 || y > ny - 0.5 || z > nz - 0.5) {
      return outside;
    }
    int i0 = Math.max(0, (int) Math.floor(x));
    int j0 = Math.max(0, (int) Math.floor(y));
    int k0 = Math.max(0, (int) Math.floor(z));
    int dx = i0 + 1 < nx ? 1 : 0;
    int dy = j0 + 1 < ny ? nx : 0;
    int dz = k0 + 1 < nz ? nx * ny : 0;
    double fx = Math.max(0, x - i0);
    double fy = Math.max(0, y - j0);
    double fz = Math.max(0, z - k0);
    int at = (k0 * ny + j0) * nx + i0;
    double low = plane(hu, at, dx, dy, fx, fy);
    double high = plane(hu, at + dz, dx, dy, fx, fy);
    return (float) (low + fz * (high - low));
  }

  private static double plane(short[] hu, int at, int dx, int dy, double fx, double fy) {
    double a = hu[at] + fx * (hu[at + dx] - hu[at]);
    double b = hu[at + dy] + fx * (hu[at + dy + dx] - hu[at + dy]);
    return a + fy * (b - a);
  }
}
