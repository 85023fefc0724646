package org.ranklens.pet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** A CT of five slices, a fifth air and the rest water, then one thing changed. */
class CtChecksTest {

  private static final Geometry GRID =
      Geometry.axial(10, 10, 5, new Point3(0, 0, 0), new Point3(1, 1, 1));

  private static short[] hu() {
    short[] hu = new short[500];
    for (int i = 0; i < hu.length; i++) {
      hu[i] = (short) (i % 10 < 2 ? -1000 : 0);
    }
    return hu;
  }

  private static CtVolume ct(short[] hu) {
    return new CtVolume(GRID, hu, CtProtocol.unknown());
  }

  @Test
  void anyOrdinaryCtIsLeftAlone() {
    assertThat(CtChecks.warnings(ct(hu()))).isEmpty();
  }

  @Test
  void aSliceWithAnotherInterceptIsTold() {
    short[] hu = hu();
    for (int i = 200; i < 300; i++) {
      hu[i] = (short) (hu[i] + 1024);
    }
    assertThat(CtChecks.warnings(ct(hu)))
        .singleElement()
        .asString()
        .startsWith("the CT's slice 3 of 5 has other Hounsfield units");
  }

  @Test
  void aCtWithoutAirIsTold() {
    short[] hu = hu();
    for (int i = 0; i < hu.length; i++) {
      hu[i] = (short) (hu[i] + 1024);
    }
    assertThat(CtChecks.warnings(ct(hu)))
        .singleElement()
        .asString()
        .startsWith("the CT holds no air (its least value is 24)");
  }

  @Test
  void aCtWithATenfoldSlopeIsTold() {
    short[] hu = hu();
    Arrays.fill(hu, 0, 100, (short) 5000);
    assertThat(CtChecks.warnings(ct(hu)))
        .anySatisfy(w -> assertThat(w).startsWith("over 1 % of the CT is above 4096 HU"));
  }
}
