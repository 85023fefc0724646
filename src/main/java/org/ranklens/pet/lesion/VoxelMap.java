package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** Values on a grid by place: {@link Geometry#toVoxel}, its constant parts worked out once. */
final class VoxelMap {

  private final float[] values;
  private final Geometry grid;
  private final Point3 acrossColumns;
  private final Point3 acrossRows;
  private final Point3 acrossSlices;
  private final double volume;

  VoxelMap(float[] values, Geometry grid) {
    this.values = values;
    this.grid = grid;
    this.acrossColumns = grid.rowStep().cross(grid.sliceStep());
    this.acrossRows = grid.sliceStep().cross(grid.columnStep());
    this.acrossSlices = grid.columnStep().cross(grid.rowStep());
    this.volume = acrossSlices.dot(grid.sliceStep());
  }

  /** Returns the value at a place of the patient; not a number outside. */
  float at(Point3 q) {
    Point3 d = q.minus(grid.origin());
    return Interpolation.at(
        values,
        grid,
        d.dot(acrossColumns) / volume,
        d.dot(acrossRows) / volume,
        d.dot(acrossSlices) / volume,
        Float.NaN);
  }

  /** Returns the slope per mm; not a number where it reaches outside. */
  Point3 gradient(Point3 q) {
    double h = 1;
    double x = (at(q.plus(new Point3(h, 0, 0))) - at(q.plus(new Point3(-h, 0, 0)))) / (2 * h);
    double y = (at(q.plus(new Point3(0, h, 0))) - at(q.plus(new Point3(0, -h, 0)))) / (2 * h);
    double z = (at(q.plus(new Point3(0, 0, h))) - at(q.plus(new Point3(0, 0, -h)))) / (2 * h);
    return new Point3(x, y, z);
  }
}
