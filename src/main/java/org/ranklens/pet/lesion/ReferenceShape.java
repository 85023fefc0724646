package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;

/** What normal tissue is measured in, about its centre. */
sealed interface ReferenceShape {

  /** Returns PERCIST's sphere of 3 cm in the liver. */
  static ReferenceShape liverSphere() {
    return new Sphere(15);
  }

  /** Returns PERCIST's cylinder of 1 x 2 cm in the descending aorta. */
  static ReferenceShape aortaCylinder() {
    return new Cylinder(5, 20);
  }

  /** Returns whether it holds a point, given from its centre. */
  boolean holds(Point3 fromCentre);

  /** Returns how far it reaches from its centre along a direction of length 1, in mm. */
  double reachMm(Point3 direction);

  /** Returns its radius in mm. */
  double radiusMm();

  /** Returns its length from top to bottom in mm. */
  double heightMm();

  /** A ball. */
  record Sphere(double radiusMm) implements ReferenceShape {
    @Override
    public boolean holds(Point3 fromCentre) {
      return fromCentre.length() <= radiusMm;
    }

    @Override
    public double reachMm(Point3 direction) {
      return radiusMm;
    }

    @Override
    public double heightMm() {
      return 2 * radiusMm;
    }
  }

  /** An upright cylinder. */
  record Cylinder(double radiusMm, double heightMm) implements ReferenceShape {
    @Override
    public boolean holds(Point3 fromCentre) {
      return Math.hypot(fromCentre.xMm(), fromCentre.yMm()) <= radiusMm
          && Math.abs(fromCentre.zMm()) <= heightMm / 2;
    }

    @Override
    public double reachMm(Point3 direction) {
      return radiusMm * Math.hypot(direction.xMm(), direction.yMm())
          + heightMm / 2 * Math.abs(direction.zMm());
    }
  }

  /** Returns whether it lies wholly within the voxels of a volume, cut off nowhere. */
  default boolean fits(Geometry grid, Point3 centre) {
    VoxelPoint at = grid.toVoxel(centre);
    Point3 column = grid.columnStep();
    Point3 row = grid.rowStep();
    Point3 slice = grid.sliceStep();
    return fits(at.column(), grid.columns(), column, row.cross(slice))
        && fits(at.row(), grid.rows(), row, slice.cross(column))
        && fits(at.slice(), grid.slices(), slice, column.cross(row));
  }

  private boolean fits(double at, int voxels, Point3 step, Point3 across) {
    Point3 normal = across.times(1 / across.length());
    double reach = reachMm(normal) / Math.abs(step.dot(normal));
    return at - reach >= -0.5 && at + reach <= voxels - 0.5;
  }
}
