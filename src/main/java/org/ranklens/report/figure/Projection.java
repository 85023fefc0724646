package org.ranklens.report.figure;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;
import org.ranklens.pet.suv.SuvVolume;

/** The largest SUVbw behind each pixel of a picture from the patient's front. It owns its array. */
final class Projection {

  private final int columns;
  private final int rows;
  private final double leftMm;
  private final double topMm;
  private final double pixelMm;
  private final float[] suv;

  private Projection(
      int columns, int rows, double leftMm, double topMm, double pixelMm, float[] suv) {
    this.columns = columns;
    this.rows = rows;
    this.leftMm = leftMm;
    this.topMm = topMm;
    this.pixelMm = pixelMm;
    this.suv = suv;
  }

  static Projection of(SuvVolume volume) {
    Geometry grid = volume.geometry();
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int corner = 0; corner < 8; corner++) {
      Point3 p =
          grid.toPatient(
              (corner & 1) == 0 ? -0.5 : grid.columns() - 0.5,
              (corner & 2) == 0 ? -0.5 : grid.rows() - 0.5,
              (corner & 4) == 0 ? -0.5 : grid.slices() - 0.5);
      double[] at = {p.xMm(), p.yMm(), p.zMm()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], at[axis]);
        high[axis] = Math.max(high[axis], at[axis]);
      }
    }
    double step = Math.min(grid.columnSpacingMm(), grid.rowSpacingMm());
    int columns = (int) Math.ceil((high[0] - low[0]) / step);
    int rows = (int) Math.ceil((high[2] - low[2]) / step);
    int depth = (int) Math.ceil((high[1] - low[1]) / step);
    float[] most = new float[columns * rows];
    for (int y = 0; y < depth; y++) {
      layer(volume, new Point3(low[0], low[1] + (y + 0.5) * step, high[2]), step, columns, most);
    }
    return new Projection(columns, rows, low[0], high[2], step, most);
  }

  /** Raises the projection by one layer of the patient, nearest voxels. */
  private static void layer(
      SuvVolume volume, Point3 corner, double step, int columns, float[] most) {
    Geometry grid = volume.geometry();
    float[] values = volume.suvBw();
    VoxelPoint start = grid.toVoxel(corner);
    VoxelPoint right = grid.toVoxel(corner.plus(new Point3(step, 0, 0)));
    VoxelPoint down = grid.toVoxel(corner.plus(new Point3(0, 0, -step)));
    for (int pixel = 0; pixel < most.length; pixel++) {
      double u = pixel % columns + 0.5;
      int row = pixel / columns;
      double v = row + 0.5;
      int i = nearest(start.column(), right.column(), down.column(), u, v);
      int j = nearest(start.row(), right.row(), down.row(), u, v);
      int k = nearest(start.slice(), right.slice(), down.slice(), u, v);
      if (grid.contains(i, j, k)) {
        most[pixel] = Math.max(most[pixel], values[grid.index(i, j, k)]);
      }
    }
  }

  private static int nearest(double start, double right, double down, double u, double v) {
    return (int) Math.round(start + u * (right - start) + v * (down - start));
  }

  double widthMm() {
    return columns * pixelMm;
  }

  double heightMm() {
    return rows * pixelMm;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Returns patient x of the left edge. */
  double leftMm() {
    return leftMm;
  }

  /** Returns patient z of the upper edge. */
  double topMm() {
    return topMm;
  }

  /** Returns the pixels themselves, row by row, not a copy. */
  float[] suv() {
    return suv;
  }
}
