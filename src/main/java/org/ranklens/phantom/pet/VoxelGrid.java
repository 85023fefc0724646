package org.ranklens.phantom.pet;

/**
 * Voxels in space, the first in the corner of smallest x, y and z.
 *
 * @param columns along x
 * @param rows along y
 * @param slices along z
 * @param inPlaneMm distance of columns and of rows
 * @param sliceMm distance of slices
 * @param originXMm centre of the first voxel
 * @param originYMm the same
 * @param originZMm the same
 */
public record VoxelGrid(
    int columns,
    int rows,
    int slices,
    double inPlaneMm,
    double sliceMm,
    double originXMm,
    double originYMm,
    double originZMm) {

  public VoxelGrid {
    if (columns < 8 || rows < 8 || slices < 2 || !(inPlaneMm > 0) || !(sliceMm > 0)) {
      throw new IllegalArgumentException(
          "a voxel grid needs 8 columns and rows, 2 slices and spacings above 0");
    }
  }

  /** A square grid whose field of view is centred on x = y = 0 and begins at a height. */
  public static VoxelGrid centred(
      int columns, int slices, double inPlaneMm, double sliceMm, double bottomZMm) {
    double corner = -inPlaneMm * (columns - 1) / 2;
    return new VoxelGrid(
        columns, columns, slices, inPlaneMm, sliceMm, corner, corner, bottomZMm + sliceMm / 2);
  }

  int voxels() {
    return Math.multiplyExact(Math.multiplyExact(columns, rows), slices);
  }

  int index(int column, int row, int slice) {
    return (slice * rows + row) * columns + column;
  }

  double x(double column) {
    return originXMm + column * inPlaneMm;
  }

  double y(double row) {
    return originYMm + row * inPlaneMm;
  }

  double z(double slice) {
    return originZMm + slice * sliceMm;
  }
}
