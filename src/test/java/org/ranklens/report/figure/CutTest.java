package org.ranklens.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

class CutTest {

  private static final Point3 ORIGIN = new Point3(-50, -60, -70);

  /** 2 x 3 x 5 mm voxels: a picture by voxels instead of millimetres would be wrong. */
  private static final Geometry GRID = Geometry.axial(60, 50, 40, ORIGIN, new Point3(2, 3, 5));

  /** By DICOM's patient coordinates: x grows to the left, y to the back, z to the head. */
  @ParameterizedTest
  @CsvSource({
    "AXIAL, 1, 0, 0, right",
    "AXIAL, 0, 1, 0, down",
    "CORONAL, 1, 0, 0, right",
    "CORONAL, 0, 0, -1, down",
    "SAGITTAL, 0, 1, 0, right",
    "SAGITTAL, 0, 0, -1, down"
  })
  void aStepInThePictureIsAMillimetreOfThePatient(
      Plane plane, double x, double y, double z, String side) {
    Point3 centre = new Point3(0, 0, 0);
    Cut cut = new Cut(plane, centre, 40, 40);
    Point3 step = new Point3(x, y, z);
    // A ramp along the step: each pixel towards that side adds 1.
    float[] values =
        cut.sample(
            GRID,
            index -> {
              int slice = index / (60 * 50);
              int row = index / 60 % 50;
              return GRID.toPatient(index % 60, row, slice).dot(step);
            },
            -1000);
    int middle = 20 * 40 + 20;
    int next = side.equals("right") ? middle + 1 : middle + 40;
    assertThat(values[next] - values[middle]).isCloseTo(1f, within(1e-4f));
    assertThat(values[middle]).isCloseTo(0.5f, within(1e-4f));
  }

  @ParameterizedTest
  @CsvSource({"7.9, 5", "8, 5", "10, 10", "49, 20", "50, 50", "1999, 1000"})
  void scaleBarsAreRound(double most, double length) {
    assertThat(ScaleBar.atMost(1, most).length()).isCloseTo(length, within(1e-9));
  }
}
