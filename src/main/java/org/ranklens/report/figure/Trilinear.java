package org.ranklens.report.figure;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.ranklens.pet.dicom.Geometry;

/** Values between voxels. */
final class Trilinear {

  private Trilinear() {}

  /** Returns the value at voxel coordinates, empty where they leave the grid by half a voxel. */
  static OptionalDouble at(
      Geometry grid, IntToDoubleFunction values, double column, double row, double slice) {
    if (leaves(column, grid.columns())
        || leaves(row, grid.rows())
        || leaves(slice, grid.slices())) {
      return OptionalDouble.empty();
    }
    double i = clamp(column, grid.columns());
    double j = clamp(row, grid.rows());
    double k = clamp(slice, grid.slices());
    int i0 = (int) i;
    int j0 = (int) j;
    int k0 = (int) k;
    int i1 = Math.min(i0 + 1, grid.columns() - 1);
    int j1 = Math.min(j0 + 1, grid.rows() - 1);
    int k1 = Math.min(k0 + 1, grid.slices() - 1);
    double near =
        mix(
            mix(value(grid, values, i0, j0, k0), value(grid, values, i1, j0, k0), i - i0),
            mix(value(grid, values, i0, j1, k0), value(grid, values, i1, j1, k0), i - i0),
            j - j0);
    double far =
        mix(
            mix(value(grid, values, i0, j0, k1), value(grid, values, i1, j0, k1), i - i0),
            mix(value(grid, values, i0, j1, k1), value(grid, values, i1, j1, k1), i - i0),
            j - j0);
    return OptionalDouble.of(mix(near, far, k - k0));
  }

  private static double value(
      Geometry grid, IntToDoubleFunction values, int column, int row, int slice) {
    return values.applyAsDouble(grid.index(column, row, slice));
  }

  private static boolean leaves(double at, int size) {
    return at < -0.5 || at > size - 0.5;
  }

  private static double clamp(double at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }
}
