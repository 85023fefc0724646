package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranklens.pet.dicom.DicomFile;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.Tag;

/**
 * Where the frames of a SEG lie, each as thick as the frames stand apart. SliceThickness is that of
 * the scanner's slices, which may overlap or leave gaps.
 */
final class FramePlanes {

  /** Frames nearer than this lie in one plane: those of several segments. */
  private static final double SAME_PLACE_MM = 0.01;

  private FramePlanes() {}

  static List<Geometry> of(DicomFile file) throws IOException {
    List<Geometry> planes = new ArrayList<>();
    for (int frame = 0; frame < file.frames(); frame++) {
      planes.add(Slice.of(file, frame).plane());
    }
    double[] steps = steps(planes);
    for (int frame = 0; frame < planes.size(); frame++) {
      Geometry plane = planes.get(frame);
      planes.set(frame, thick(plane, depth(file, frame, plane.sliceSpacingMm(), steps)));
    }
    return planes;
  }

  /** Frames without a pixel are left out, so two planes alone may stand further apart. */
  private static double depth(DicomFile file, int frame, double thickness, double[] steps)
      throws IOException {
    double spacing =
        Math.abs(
            Slice.of(file, frame)
                .attributes()
                .number(Tag.PIXEL_MEASURES_SEQUENCE, Tag.SPACING_BETWEEN_SLICES)
                .orElse(0));
    double told = spacing > 0 ? spacing : thickness;
    if (steps.length == 0) {
      return told;
    }
    double least = steps[0];
    return spacing == 0 && steps.length > 1 ? least : Math.min(told, least);
  }

  private static Geometry thick(Geometry plane, double depth) {
    Point3 step = plane.sliceStep();
    return new Geometry(
        plane.columns(),
        plane.rows(),
        1,
        plane.origin(),
        plane.columnStep(),
        plane.rowStep(),
        step.times(depth / step.length()));
  }

  /** The distances of neighbouring planes, the least first. */
  private static double[] steps(List<Geometry> planes) {
    Point3 along = planes.get(0).sliceStep();
    Point3 normal = along.times(1 / along.length());
    double[] places = planes.stream().mapToDouble(p -> p.origin().dot(normal)).sorted().toArray();
    double[] steps = new double[places.length];
    int n = 0;
    for (int i = 1; i < places.length; i++) {
      double step = places[i] - places[i - 1];
      if (step > SAME_PLACE_MM) {
        steps[n++] = step;
      }
    }
    return Arrays.stream(steps, 0, n).sorted().toArray();
  }
}
