package org.ranklens.pet.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.pet.suv.SuvCalculator;
import org.ranklens.pet.suv.SuvScale;
import org.ranklens.pet.suv.SuvSettings;

/** Multi-frame objects, all frames in one file (DICOM PS3.3, A.56 and A.38). */
class EnhancedObjectTest {

  private static final int FRAMES = 3;

  @TempDir Path folder;

  /** The fixture's PET as an enhanced object: the same activity, so SUVbw 1.00. */
  static DicomWriter enhancedPet() {
    DicomWriter file = new PetFixture().slices().get(0);
    short[] pixels = new short[16 * FRAMES];
    java.util.Arrays.fill(pixels, PetFixture.STORED);
    for (Tag tag :
        new Tag[] {
          Tag.UNITS,
          Tag.DECAY_CORRECTION,
          Tag.CORRECTED_IMAGE,
          Tag.RESCALE_SLOPE,
          Tag.RESCALE_INTERCEPT,
          Tag.IMAGE_POSITION_PATIENT,
          Tag.IMAGE_ORIENTATION_PATIENT,
          Tag.PIXEL_SPACING,
          Tag.SLICE_THICKNESS,
          Tag.ACQUISITION_DATE,
          Tag.ACQUISITION_TIME,
          Tag.FRAME_REFERENCE_TIME,
          Tag.ACTUAL_FRAME_DURATION,
          Tag.DECAY_FACTOR
        }) {
      file.remove(tag);
    }
    file.set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.130")
        .set(Tag.NUMBER_OF_FRAMES, Integer.toString(FRAMES))
        .set(Tag.ATTENUATION_CORRECTED, "YES")
        .set(Tag.DECAY_CORRECTED, "YES")
        .set(Tag.DECAY_CORRECTION_DATE_TIME, "20250101110000")
        .pixels(pixels)
        .item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, EnhancedObjectTest::shared);
    for (int k = 0; k < FRAMES; k++) {
      String z = Integer.toString(4 * (FRAMES - 1 - k));
      file.item(
          Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
          frame ->
              frame
                  .item(
                      Tag.PLANE_POSITION_SEQUENCE,
                      i -> i.set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\" + z))
                  .item(
                      Tag.FRAME_CONTENT_SEQUENCE,
                      i ->
                          i.set(Tag.FRAME_ACQUISITION_DATE_TIME, "20250101110000")
                              .set(Tag.FRAME_ACQUISITION_DURATION, "300000")));
    }
    return file;
  }

  private static void shared(DicomWriter groups) {
    groups
        .item(
            Tag.PLANE_ORIENTATION_SEQUENCE,
            i -> i.set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0"))
        .item(
            Tag.PIXEL_MEASURES_SEQUENCE,
            i -> i.set(Tag.PIXEL_SPACING, "4\\4").set(Tag.SLICE_THICKNESS, "4"))
        .item(
            Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
            i -> i.set(Tag.RESCALE_SLOPE, "1").set(Tag.RESCALE_INTERCEPT, "0"))
        .item(
            Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
            i ->
                i.set(Tag.REAL_WORLD_VALUE_SLOPE, "1")
                    .set(Tag.REAL_WORLD_VALUE_INTERCEPT, "0")
                    .item(
                        Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                        c ->
                            c.set(Tag.CODE_VALUE, "Bq/ml")
                                .set(Tag.CODING_SCHEME_DESIGNATOR, "UCUM")));
  }

  private Series read(DicomWriter file) throws IOException {
    file.write(folder.resolve("enhanced.dcm"));
    FoundSeries found = SeriesFinder.find(folder, DicomReader.embedded(), Execution.single());
    return PetCtStudy.choose(found, SeriesChoice.byRule()).pet();
  }

  private static SuvScale scale(Series pet) throws IOException {
    return SuvCalculator.scale(pet, SuvSettings.defaults(), PatientOverrides.none());
  }

  @Test
  void anEnhancedPetGivesTheSameSuvAsTheClassicOne() throws IOException {
    Series pet = read(enhancedPet());
    SuvScale scale = scale(pet);
    float[] suv = scale.apply(VolumeReader.activity(pet, Execution.single())).suvBw();
    assertThat(suv).hasSize(16 * FRAMES);
    for (float value : suv) {
      assertThat(value).isCloseTo(1f, within(1e-3f));
    }
    assertThat(scale.report().units()).isEqualTo("BQML");
    assertThat(scale.report().uptakeMinutes().orElseThrow()).isEqualTo(60);
  }

  @Test
  void framesAreSortedByPosition() throws IOException {
    SliceStack stack = read(enhancedPet()).stack();
    assertThat(stack.slices()).extracting(Slice::frame).containsExactly(2, 1, 0);
    assertThat(stack.geometry().sliceSpacingMm()).isEqualTo(4);
  }

  @Test
  void anEnhancedPetWithoutDecayCorrectionIsCorrectedFrameByFrame() throws IOException {
    DicomWriter file = enhancedPet().set(Tag.DECAY_CORRECTED, "NO");
    // The mean of a frame of 300 s is 0.984378 of its start (F-18).
    assertThat(scale(read(file)).factor(0) * PetFixture.STORED * 0.984378)
        .isCloseTo(1, within(1e-3));
  }

  @Test
  void anEnhancedPetThatTellsNoTimeOfItsCorrectionIsRefused() {
    DicomWriter file = enhancedPet().remove(Tag.DECAY_CORRECTION_DATE_TIME);
    assertThatThrownBy(() -> scale(read(file)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("(0018,9701) DecayCorrectionDateTime");
  }

  /** PS3.3, C.8.22.4 has it in megabecquerels. */
  @Test
  void theDoseOfAnEnhancedPetIsInMegabecquerels() throws IOException {
    DicomWriter file =
        enhancedPet()
            .inItem(
                Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                i -> i.set(Tag.RADIONUCLIDE_TOTAL_DOSE, "368.08"));
    SuvScale scale = scale(read(file));
    assertThat(scale.factor(0) * PetFixture.STORED).isCloseTo(1, within(1e-3));
    assertThat(scale.report().status()).isEqualTo("ok");
  }

  /** What a classic PET tells at the top, a legacy converted one tells in two sequences. */
  private static DicomWriter legacyConverted() {
    DicomWriter file =
        enhancedPet()
            .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.128.1")
            .remove(Tag.ATTENUATION_CORRECTED)
            .remove(Tag.DECAY_CORRECTED)
            .remove(Tag.DECAY_CORRECTION_DATE_TIME);
    file.inItem(
        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
        groups ->
            groups
                .remove(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)
                .item(
                    Tag.UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE,
                    i ->
                        i.set(Tag.UNITS, "BQML")
                            .set(Tag.DECAY_CORRECTION, "START")
                            .set(Tag.CORRECTED_IMAGE, "ATTN\\DECY")));
    return file;
  }

  @Test
  void aLegacyConvertedPetGivesTheSameSuvAsTheClassicOne() throws IOException {
    SuvScale scale = scale(read(legacyConverted()));
    assertThat(scale.report().units()).isEqualTo("BQML");
    assertThat(scale.factor(1) * PetFixture.STORED).isCloseTo(1, within(1e-3));
  }
}
