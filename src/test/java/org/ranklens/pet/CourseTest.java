package org.ranklens.pet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ranklens.Execution;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.FoundLesion;
import org.ranklens.pet.lesion.FoundLesions;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.LesionSettings;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.lesion.Scan;
import org.ranklens.pet.lesion.Voi;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;

/** Lesions followed through several scans of one frame of reference, without CTs. */
class CourseTest {

  private static final double UPPER_MM = 120;
  private static final double LOWER_MM = 40;

  /** A scan from height 0 on, and its lesions: balls of 9 mm at some heights. */
  private record Made(ScanLoader.Loaded scan, FoundLesions found) {

    static Made of(String name, String frame, int slices, double... lesionHeightsMm) {
      Geometry grid = Geometry.axial(20, 20, slices, new Point3(0, 0, 0), new Point3(4, 4, 4));
      float[] suv = new float[(int) grid.voxels()];
      Arrays.fill(suv, 1);
      List<FoundLesion> lesions =
          Arrays.stream(lesionHeightsMm)
              .mapToObj(z -> new FoundLesion("", ball(grid, z), List.of()))
              .toList();
      lesions.forEach(l -> Arrays.stream(l.voi().voxels()).forEach(i -> suv[i] = 6));
      return new Made(
          LoadedScans.of(
              name,
              new Scan(new SuvVolume(grid, suv, BodyFactors.unknown()), Optional.empty()),
              frame),
          new FoundLesions(lesions, List.of(), List.of(), 2, "", List.of()));
    }

    private static Voi ball(Geometry grid, double z) {
      Point3 centre = new Point3(40, 40, z);
      return new Voi(
          grid,
          IntStream.range(0, (int) grid.voxels())
              .filter(i -> place(grid, i).distanceTo(centre) <= 9)
              .toArray());
    }

    private static Point3 place(Geometry grid, int index) {
      int slice = index / 400;
      return grid.toPatient(index % 20, index / 20 % 20, slice);
    }
  }

  private static Course course(Made... scans) {
    LesionSettings d = LesionSettings.defaults();
    LesionSettings all =
        new LesionSettings(
            d.thresholdRule(),
            d.liverFactor(),
            d.liverSds(),
            d.bloodFactor(),
            d.bloodSds(),
            d.fixedSuvBw(),
            d.minimumMl(),
            d.saddlePercentOfPeak(),
            d.voiRule(),
            d.voiPercent(),
            false,
            d.metalHu());
    PetSettings usual = PetSettings.defaults();
    return new Course(
        Arrays.stream(scans).map(Made::scan).toList(),
        Arrays.stream(scans).map(Made::found).toList(),
        new PetSettings(usual.suv(), all, usual.response()),
        Execution.single());
  }

  private static LesionMeasurement last(List<List<LesionMeasurement>> rows) {
    List<LesionMeasurement> scan = rows.get(rows.size() - 1);
    return scan.get(scan.size() - 1);
  }

  /** The second scan shows the place, though no lesion was first seen in it. */
  @Test
  void whatASecondScanShowsWithoutItIsNewInTheThird() {
    Course course =
        course(
            Made.of("a", "frame", 20, LOWER_MM),
            Made.of("b", "frame", 40, LOWER_MM),
            Made.of("c", "frame", 40, LOWER_MM, UPPER_MM));

    LesionMeasurement met = last(course.follow());

    assertThat(met.lesion()).isEqualTo("N1");
    assertThat(met.isNew()).isTrue();
    assertThat(course.registrations())
        .extracting(RegistrationRow::from, RegistrationRow::to, RegistrationRow::voi)
        .contains(tuple("b", "c", "body"));
  }

  @Test
  void whatNoEarlierScanShowsIsSaidToBeUnknown() {
    LesionMeasurement met =
        last(
            course(
                    Made.of("a", "frame", 20, LOWER_MM),
                    Made.of("b", "frame", 20, LOWER_MM),
                    Made.of("c", "frame", 40, LOWER_MM, UPPER_MM))
                .follow());

    assertThat(met.lesion()).isEqualTo("U1");
    assertThat(met.warnings())
        .contains("no earlier scan shows its place: whether it is new can't be told");
  }

  @Test
  void aScanThatCantBeRegisteredIsNamedNotSaidToShowNothing() {
    LesionMeasurement met =
        last(
            course(
                    Made.of("a", "frame", 20, LOWER_MM),
                    Made.of("b", "another", 40),
                    Made.of("c", "frame", 40, LOWER_MM, UPPER_MM))
                .follow());

    assertThat(met.lesion()).isEqualTo("U1");
    assertThat(met.warnings())
        .contains("b could not be registered to this scan: whether it is new can't be told");
  }

  /** What lies there may be the first scan's lesion, of which nobody knows where it lies. */
  @Test
  void withoutThePlacesOfKnownLesionsNothingIsNewThoughAScanBetweenShowsThePlace() {
    LesionMeasurement met =
        last(
            course(
                    Made.of("a", "another", 40, UPPER_MM),
                    Made.of("b", "frame", 40, LOWER_MM),
                    Made.of("c", "frame", 40, UPPER_MM))
                .follow());

    assertThat(met.lesion()).startsWith("U");
    assertThat(met.warnings())
        .contains("a could not be registered to this scan: whether it is new can't be told");
  }
}
