package org.ranklens.pet.suv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** Activity is not made between injection and scan. */
class HeldActivityTest {

  /** 70 l of one SUV. */
  private static SuvVolume body(float suvBw) {
    Geometry grid = Geometry.axial(70, 10, 100, new Point3(0, 0, 0), new Point3(10, 10, 10));
    float[] values = new float[(int) grid.voxels()];
    Arrays.fill(values, suvBw);
    return new SuvVolume(grid, values, BodyFactors.unknown());
  }

  @Test
  void aBodyOfSuvOneHoldsWhatWasInjectedAndOneOfSuvTwoTwiceThat() {
    assertThat(HeldActivity.warnings(body(1), OptionalDouble.of(70))).isEmpty();
    assertThat(HeldActivity.warnings(body(1.25f), OptionalDouble.of(70))).isEmpty();
    assertThat(HeldActivity.warnings(body(2), OptionalDouble.of(70)))
        .singleElement()
        .asString()
        .contains("2.0 times the activity injected");
    assertThat(HeldActivity.warnings(body(2), OptionalDouble.empty())).isEmpty();
  }

  @Test
  void aPetWithoutActivityIsToldAndAnAbsurdOneWithoutItsFigure() {
    assertThat(HeldActivity.warnings(body(0), OptionalDouble.of(70)))
        .singleElement()
        .asString()
        .startsWith("the PET holds no activity: no voxel is above 0");
    assertThat(HeldActivity.warnings(body(1e20f), OptionalDouble.of(70)))
        .singleElement()
        .asString()
        .contains("over a million times the activity injected");
  }
}
