package org.ranklens.pet.suv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.Arguments;
import org.ranklens.pet.dicom.PetFixture;
import org.ranklens.pet.dicom.Tag;

/** What changes the complete fixture, one way at a time, and what computes its SUVs. */
final class SuvCases {

  private SuvCases() {}

  /** A change that leaves the SUV as it is. */
  static Arguments one(String what, Consumer<PetFixture> change) {
    return Arguments.of(what, change);
  }

  /** A change that is refused by a tag. */
  static Arguments one(String what, Tag named, Consumer<PetFixture> change) {
    return Arguments.of(what, named, change);
  }

  static SuvScale scale(PetFixture fixture, Path folder) throws IOException {
    return scale(fixture, folder, PatientOverrides.none());
  }

  static SuvScale scale(PetFixture fixture, Path folder, PatientOverrides overrides)
      throws IOException {
    return SuvCalculator.scale(fixture.series(folder), SuvSettings.defaults(), overrides);
  }

  /** Takes every date away. */
  static PetFixture dateless(PetFixture fixture) {
    return fixture
        .remove(Tag.ACQUISITION_DATE)
        .remove(Tag.SERIES_DATE)
        .remove(Tag.STUDY_DATE)
        .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
  }

  /** Stores SUVs of a type: every voxel this value. */
  static PetFixture stored(PetFixture fixture, String units, String type, double value) {
    return slope(fixture.set(Tag.UNITS, units).set(Tag.SUV_TYPE, type), value / PetFixture.STORED);
  }

  static PetFixture slope(PetFixture fixture, double slope) {
    return fixture.set(Tag.RESCALE_SLOPE, String.format(Locale.ROOT, "%.9f", slope));
  }

  /** Philips' counts with its two factors, "" where one is not there. */
  static PetFixture counts(PetFixture fixture, String suvFactor, String activityFactor) {
    return fixture
        .set(Tag.UNITS, "CNTS")
        .set(Tag.PHILIPS_SUV_SCALE_FACTOR, suvFactor)
        .set(Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR, activityFactor);
  }

  /** Says that nothing was corrected for decay. */
  static PetFixture uncorrected(PetFixture fixture) {
    return fixture
        .set(Tag.DECAY_CORRECTION, "NONE")
        .set(Tag.CORRECTED_IMAGE, "NORM\\DTIM\\ATTN\\SCAT\\RAN");
  }

  /** Another scan time of the day, as series and acquisition time. */
  static PetFixture scanAt(PetFixture fixture, String time) {
    return fixture.set(Tag.SERIES_TIME, time).set(Tag.ACQUISITION_TIME, time);
  }
}
