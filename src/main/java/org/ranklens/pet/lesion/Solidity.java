package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** How full a region is for how far it reaches. */
final class Solidity {

  /** An ellipsoid's half axis is the root of 5 times its variance along it. */
  private static final double AXIS_SQUARED_BY_VARIANCE = 5;

  private Solidity() {}

  /** Returns the volume by that of the ellipsoid of the same second moments. */
  static double of(Voi voi) {
    Geometry grid = voi.geometry();
    Point3 middle = voi.centre();
    double xx = 0;
    double yy = 0;
    double zz = 0;
    double xy = 0;
    double xz = 0;
    double yz = 0;
    for (int index : voi.indices()) {
      Point3 d = Extent.centre(grid, index).minus(middle);
      xx += d.xMm() * d.xMm();
      yy += d.yMm() * d.yMm();
      zz += d.zMm() * d.zMm();
      xy += d.xMm() * d.yMm();
      xz += d.xMm() * d.zMm();
      yz += d.yMm() * d.zMm();
    }
    // A voxel is a box, not a point: that adds a twelfth of its square.
    double n = voi.size();
    double box = Math.pow(1000 * grid.voxelMl(), 2.0 / 3) / 12;
    double a = xx / n + box;
    double b = yy / n + box;
    double c = zz / n + box;
    double determinant =
        a * (b * c - yz * yz / n / n)
            - xy / n * (xy / n * c - yz * xz / n / n)
            + xz / n * (xy * yz / n / n - b * xz / n);
    double axes = Math.pow(AXIS_SQUARED_BY_VARIANCE, 1.5) * Math.sqrt(determinant);
    return 1000 * voi.ml() / (4 * Math.PI / 3 * axes);
  }
}
