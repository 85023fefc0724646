package org.ranklens.pet.suv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.PetFixture;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.Tag;

/** Scans that can be read and yet can't be right: SUVbw 1.00 everywhere, then one thing changed. */
class OddScanTest {

  @TempDir Path folder;

  private List<String> warnings(PetFixture fixture) throws IOException {
    Series pet = fixture.series(folder);
    SuvScale scale = SuvCalculator.scale(pet, SuvSettings.defaults(), PatientOverrides.none());
    SuvVolume suv = scale.read(Execution.single());
    return scale.report(suv, SuvStatistics.of(suv)).warnings();
  }

  private void assertTold(PetFixture fixture, String words) throws IOException {
    assertThat(warnings(fixture)).anySatisfy(w -> assertThat(w).contains(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-9", "0.5", "2", "1000"})
  void aSliceWhoseSlopeIsNotItsOwnIsTold(String slope) throws IOException {
    PetFixture fixture = new PetFixture();
    fixture.slices().get(1).set(Tag.RESCALE_SLOPE, slope);
    assertTold(fixture, "1 slice is unlike both neighbours in activity: slice2");
  }

  @Test
  void aSliceOfAFifthMoreActivityIsNot() throws IOException {
    PetFixture fixture = new PetFixture();
    fixture.slices().get(1).set(Tag.RESCALE_SLOPE, "1.2");
    assertThat(warnings(fixture)).isEmpty();
  }

  @Test
  void aSliceWithoutPixelsIsTold() throws IOException {
    PetFixture fixture = new PetFixture();
    fixture.slices().get(1).pixels(new short[16]);
    assertTold(fixture, "slice2 (0.00 times theirs)");
  }

  @Test
  void suvsThatAreAllTooLowAreTold() throws IOException {
    assertTold(new PetFixture().set(Tag.RESCALE_SLOPE, "0.001"), "no voxel is above 0.0010");
  }

  @Test
  void weightAndHeightThatContradictAreTold() throws IOException {
    assertTold(new PetFixture().set(Tag.PATIENT_WEIGHT, "7"), "7.0 kg and a height of 1.75 m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3680800", "3680800000"})
  void anActivityThatNobodyIsGivenOfFluorineIsTold(String dose) throws IOException {
    assertTold(
        new PetFixture().tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, dose), "nobody is given of F-18");
  }

  @Test
  void slicesOfTwoFramesOfReferenceAreRefused() {
    PetFixture fixture = new PetFixture();
    fixture.slices().get(1).set(Tag.FRAME_OF_REFERENCE_UID, "9.9");
    assertThatThrownBy(() -> warnings(fixture))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("slice2: the frame of reference differs from that of slice1")
        .hasMessageContaining("(0020,0052)");
  }

  @Test
  void aSliceThatItsNumberPutsElsewhereIsTold() throws IOException {
    PetFixture fixture = new PetFixture(12);
    fixture.slices().get(2).set(Tag.INSTANCE_NUMBER, "10");
    fixture.slices().get(9).set(Tag.INSTANCE_NUMBER, "3");
    // By number 1 2 10 4 5 6 7 8 9 3 11 12: two of eleven steps go down.
    assertThat(warnings(fixture))
        .singleElement()
        .asString()
        .contains("slice4 stands elsewhere by its (0020,0013) InstanceNumber");
  }

  @Test
  void slicesNumberedInAnyOtherOrderAreNot() throws IOException {
    PetFixture fixture = new PetFixture(12);
    for (int k = 0; k < 12; k++) {
      // Down, and odd ones before even ones.
      fixture.slices().get(k).set(Tag.INSTANCE_NUMBER, "" + (k % 2 == 0 ? 20 - k : 40 - k));
    }
    assertThat(warnings(fixture)).isEmpty();
  }
}
