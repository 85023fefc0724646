package org.ranklens.report.figure;

import java.util.function.IntToDoubleFunction;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * A square cut through the patient, in the patient's millimetres whatever the grid.
 *
 * @param plane how it is seen
 * @param centre the point in its middle
 * @param millimetres its edge
 * @param pixels its edge in the picture
 */
record Cut(Plane plane, Point3 centre, double millimetres, int pixels) {

  /** Returns the patient's point behind a pixel. */
  private Point3 at(double u, double v) {
    double mm = millimetres / pixels;
    return centre
        .plus(plane.right().times((u + 0.5 - pixels / 2.0) * mm))
        .plus(plane.down().times((v + 0.5 - pixels / 2.0) * mm));
  }

  /**
   * Samples a volume by trilinear interpolation.
   *
   * @param values of the voxels by {@link Geometry#index}
   * @param outside what lies outside of the grid
   */
  float[] sample(Geometry grid, IntToDoubleFunction values, float outside) {
    float[] out = new float[pixels * pixels];
    walk(
        grid,
        (pixel, i, j, k) ->
            out[pixel] = (float) Trilinear.at(grid, values, i, j, k).orElse(outside));
    return out;
  }

  /** Returns which pixels lie in a voxel of a set. */
  boolean[] inside(Geometry grid, java.util.function.IntPredicate member) {
    boolean[] out = new boolean[pixels * pixels];
    walk(
        grid,
        (pixel, i, j, k) -> {
          int column = (int) Math.round(i);
          int row = (int) Math.round(j);
          int slice = (int) Math.round(k);
          out[pixel] =
              grid.contains(column, row, slice) && member.test(grid.index(column, row, slice));
        });
    return out;
  }

  /** Takes what lies behind a pixel, in voxel coordinates. */
  private interface Visit {
    void at(int pixel, double column, double row, double slice);
  }

  /** A grid is affine, so that one step right or down is the same everywhere. */
  private void walk(Geometry grid, Visit visit) {
    VoxelPoint start = grid.toVoxel(at(0, 0));
    VoxelPoint right = grid.toVoxel(at(1, 0));
    VoxelPoint down = grid.toVoxel(at(0, 1));
    for (int v = 0; v < pixels; v++) {
      for (int u = 0; u < pixels; u++) {
        visit.at(
            v * pixels + u,
            along(start.column(), right.column(), down.column(), u, v),
            along(start.row(), right.row(), down.row(), u, v),
            along(start.slice(), right.slice(), down.slice(), u, v));
      }
    }
  }

  private static double along(double start, double right, double down, int u, int v) {
    return start + u * (right - start) + v * (down - start);
  }
}
