package org.ranklens.pet.dicom;

import java.util.Locale;
import org.ranklens.RefusedException;

/** A slice with the plane it lies in (DICOM PS3.3, C.7.6.2). */
record PlacedSlice(
    Slice slice, int columns, int rows, Point3 position, Point3 columnStep, Point3 rowStep) {

  /** Direction cosines are written with six digits and more. */
  private static final double DIRECTION_TOLERANCE = 1e-3;

  /** Over the whole image, spacings may differ by no more than this. */
  private static final double SPACING_TOLERANCE_MM = 0.1;

  private static final double SMALLEST_MM = 0.001;
  private static final double LARGEST_MM = 100_000;

  static PlacedSlice of(Slice slice) throws RefusedException {
    SliceAttributes at = slice.attributes();
    double[] position =
        at.holder(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT)
            .requireNumbers(Tag.IMAGE_POSITION_PATIENT, 3);
    DataSet orientation = at.holder(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT);
    double[] o = orientation.requireNumbers(Tag.IMAGE_ORIENTATION_PATIENT, 6);
    DataSet measures = at.holder(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING);
    double[] spacing = measures.requireNumbers(Tag.PIXEL_SPACING, 2);
    if (!isLength(spacing[0]) || !isLength(spacing[1])) {
      throw measures.refusal(
          "is " + spacing[0] + " x " + spacing[1] + " mm", Tag.PIXEL_SPACING, "");
    }
    Point3 alongRow = new Point3(o[0], o[1], o[2]);
    Point3 downColumn = new Point3(o[3], o[4], o[5]);
    if (Math.abs(alongRow.length() - 1) > DIRECTION_TOLERANCE
        || Math.abs(downColumn.length() - 1) > DIRECTION_TOLERANCE
        || Math.abs(alongRow.dot(downColumn)) > DIRECTION_TOLERANCE) {
      throw orientation.refusal(
          "holds directions that are not of length 1 and at right angles",
          Tag.IMAGE_ORIENTATION_PATIENT,
          "");
    }
    for (double coordinate : position) {
      if (Math.abs(coordinate) > LARGEST_MM) {
        throw at.top().refusal("is " + coordinate + " mm", Tag.IMAGE_POSITION_PATIENT, "");
      }
    }
    // PixelSpacing tells the distance of rows first, then that of columns.
    return new PlacedSlice(
        slice,
        PixelFormat.side(at.top(), Tag.COLUMNS),
        PixelFormat.side(at.top(), Tag.ROWS),
        new Point3(position[0], position[1], position[2]),
        alongRow.times(spacing[1]),
        downColumn.times(spacing[0]));
  }

  /** Whether a pixel or a slice may be so long; a broken header shall not make an empty grid. */
  static boolean isLength(double mm) {
    return mm >= SMALLEST_MM && mm <= LARGEST_MM;
  }

  /** The direction in which slices follow one another, of length 1. */
  Point3 normal() {
    Point3 normal = columnStep.cross(rowStep);
    return normal.times(1 / normal.length());
  }

  double along(Point3 normal) {
    return position.dot(normal);
  }

  Geometry grid(int slices, Point3 origin, Point3 sliceStep) {
    return new Geometry(columns, rows, slices, origin, columnStep, rowStep, sliceStep);
  }

  void requireSamePlane(PlacedSlice other) throws RefusedException {
    if (columns != other.columns || rows != other.rows) {
      throw refusal(
          "the slice has %s x %s pixels, %s has %s x %s"
              .formatted(columns, rows, other.name(), other.columns, other.rows));
    }
    double across = columnStep.minus(other.columnStep).length() * columns;
    double down = rowStep.minus(other.rowStep).length() * rows;
    double turned =
        Math.max(
            direction(columnStep).distanceTo(direction(other.columnStep)),
            direction(rowStep).distanceTo(direction(other.rowStep)));
    if (turned > DIRECTION_TOLERANCE) {
      throw refusal("the slice is turned against " + other.name());
    }
    if (across > SPACING_TOLERANCE_MM + turned * columnStep.length() * columns
        || down > SPACING_TOLERANCE_MM + turned * rowStep.length() * rows) {
      throw refusal(
          String.format(
              Locale.ROOT,
              "the slice has pixels of %.4f x %.4f mm, %s of %.4f x %.4f mm",
              rowStep.length(),
              columnStep.length(),
              other.name(),
              other.rowStep.length(),
              other.columnStep.length()));
    }
  }

  String name() {
    String file = slice.file().path().getFileName().toString();
    return slice.frame() == 0 ? file : file + " frame " + (slice.frame() + 1);
  }

  RefusedException refusal(String what) {
    return new RefusedException(
        what,
        slice.file().path() + (slice.frame() == 0 ? "" : " frame " + (slice.frame() + 1)),
        Tag.IMAGE_POSITION_PATIENT.label(),
        "export the series again, complete and alone");
  }

  private static Point3 direction(Point3 step) {
    return step.times(1 / step.length());
  }
}
