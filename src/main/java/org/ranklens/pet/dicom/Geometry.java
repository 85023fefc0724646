package org.ranklens.pet.dicom;

/**
 * Where the voxels of a volume lie in the patient: an affine grid, oblique ones included, as the
 * Image Plane module of DICOM PS3.3 C.7.6.2 describes it. Voxel (i, j, k) stands at index {@code (k
 * * rows + j) * columns + i} of every array on the grid.
 *
 * @param columns voxels along a row
 * @param rows rows of a slice
 * @param slices slices, in the order of their position along the normal (row direction x column
 *     direction)
 * @param origin centre of voxel (0, 0, 0)
 * @param columnStep from a voxel's centre to that of the next column
 * @param rowStep from a voxel's centre to that of the next row
 * @param sliceStep from a voxel's centre to that of the next slice
 */
public record Geometry(
    int columns,
    int rows,
    int slices,
    Point3 origin,
    Point3 columnStep,
    Point3 rowStep,
    Point3 sliceStep) {

  public Geometry {
    if (columns < 1 || rows < 1 || slices < 1) {
      throw new IllegalArgumentException(
          "a grid needs at least one voxel a side, not %s x %s x %s"
              .formatted(columns, rows, slices));
    }
    double volume = columnStep.cross(rowStep).dot(sliceStep);
    if (!(Math.abs(volume) > 1e-9) || Double.isInfinite(volume)) {
      throw new IllegalArgumentException("the steps of a grid must span a volume");
    }
  }

  /** Returns a grid along the patient's axes. */
  public static Geometry axial(int columns, int rows, int slices, Point3 origin, Point3 spacingMm) {
    return new Geometry(
        columns,
        rows,
        slices,
        origin,
        new Point3(spacingMm.xMm(), 0, 0),
        new Point3(0, spacingMm.yMm(), 0),
        new Point3(0, 0, spacingMm.zMm()));
  }

  /** Returns the number of voxels. */
  public long voxels() {
    return (long) columns * rows * slices;
  }

  /** Returns the index of a voxel in an array on this grid. */
  public int index(int column, int row, int slice) {
    return (slice * rows + row) * columns + column;
  }

  /** Returns the distance of neighbouring columns in millimetres. */
  public double columnSpacingMm() {
    return columnStep.length();
  }

  /** Returns the distance of neighbouring rows in millimetres. */
  public double rowSpacingMm() {
    return rowStep.length();
  }

  /** Returns the distance of neighbouring slices in millimetres. */
  public double sliceSpacingMm() {
    return sliceStep.length();
  }

  /** Returns the volume of a voxel in millilitres. */
  public double voxelMl() {
    return Math.abs(determinant()) / 1000.0;
  }

  /** Returns where a point of the grid lies in the patient. */
  public Point3 toPatient(double column, double row, double slice) {
    return new Point3(
        origin.xMm() + column * columnStep.xMm() + row * rowStep.xMm() + slice * sliceStep.xMm(),
        origin.yMm() + column * columnStep.yMm() + row * rowStep.yMm() + slice * sliceStep.yMm(),
        origin.zMm() + column * columnStep.zMm() + row * rowStep.zMm() + slice * sliceStep.zMm());
  }

  /** Returns where a point of the patient lies on the grid, also outside it. */
  public VoxelPoint toVoxel(Point3 patient) {
    Point3 d = patient.minus(origin);
    double volume = determinant();
    return new VoxelPoint(
        d.dot(rowStep.cross(sliceStep)) / volume,
        d.dot(sliceStep.cross(columnStep)) / volume,
        d.dot(columnStep.cross(rowStep)) / volume);
  }

  /** Returns whether a voxel of these whole coordinates exists. */
  public boolean contains(int column, int row, int slice) {
    return column >= 0
        && column < columns
        && row >= 0
        && row < rows
        && slice >= 0
        && slice < slices;
  }

  /** Returns whether a point lies in a voxel of the grid. */
  public boolean holds(Point3 patient) {
    VoxelPoint p = toVoxel(patient);
    return contains(
        (int) Math.floor(p.column() + 0.5),
        (int) Math.floor(p.row() + 0.5),
        (int) Math.floor(p.slice() + 0.5));
  }

  private double determinant() {
    return columnStep.cross(rowStep).dot(sliceStep);
  }
}
