package org.ranklens.pet.suv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ranklens.pet.suv.SuvCases.counts;
import static org.ranklens.pet.suv.SuvCases.dateless;
import static org.ranklens.pet.suv.SuvCases.one;
import static org.ranklens.pet.suv.SuvCases.scale;
import static org.ranklens.pet.suv.SuvCases.scanAt;
import static org.ranklens.pet.suv.SuvCases.uncorrected;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.PetFixture;
import org.ranklens.pet.dicom.Tag;

/** A complete PET with one thing broken is refused, and the refusal names the tag. */
class SuvRefusalTest {

  @TempDir Path folder;

  @Test
  void theCompleteFixtureIsNotRefused() throws IOException {
    SuvScale scale = scale(new PetFixture(), folder);
    assertThat(PetFixture.STORED * scale.factor(0)).isBetween(0.999, 1.001);
    assertThat(scale.report().status()).isEqualTo("ok");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        one("weight missing", Tag.PATIENT_WEIGHT, f -> f.remove(Tag.PATIENT_WEIGHT)),
        one("weight empty", Tag.PATIENT_WEIGHT, f -> f.set(Tag.PATIENT_WEIGHT, "")),
        one("weight 0", Tag.PATIENT_WEIGHT, f -> f.set(Tag.PATIENT_WEIGHT, "0")),
        one("weight no number", Tag.PATIENT_WEIGHT, f -> f.set(Tag.PATIENT_WEIGHT, "70kg")),
        one("weight of a mouse", Tag.PATIENT_WEIGHT, f -> f.set(Tag.PATIENT_WEIGHT, "0.07")),
        one("two weights", Tag.PATIENT_WEIGHT, f -> f.set(Tag.PATIENT_WEIGHT, "70\\80")),
        one("weight negative", Tag.PATIENT_WEIGHT, f -> f.set(Tag.PATIENT_WEIGHT, "-70")),
        one(
            "weight and height exchanged",
            Tag.PATIENT_WEIGHT,
            f -> f.set(Tag.PATIENT_WEIGHT, "1.75").set(Tag.PATIENT_SIZE, "70")),
        one("units missing", Tag.UNITS, f -> f.remove(Tag.UNITS)),
        one("units PROPCNTS", Tag.UNITS, f -> f.set(Tag.UNITS, "PROPCNTS")),
        one("units PROPCPS", Tag.UNITS, f -> f.set(Tag.UNITS, "PROPCPS")),
        one("units 1CM", Tag.UNITS, f -> f.set(Tag.UNITS, "1CM")),
        one("units unknown", Tag.UNITS, f -> f.set(Tag.UNITS, "FURLONG")),
        one(
            "counts without scale factor",
            Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR,
            f -> counts(f, "", "")),
        one(
            "counts with scale factors of 0",
            Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR,
            f -> counts(f, "0.0", "0.0")),
        one(
            "counts per second without calibration",
            Tag.DOSE_CALIBRATION_FACTOR,
            f -> f.set(Tag.UNITS, "CPS")),
        one(
            "counts per second not corrected for scatter",
            Tag.CORRECTED_IMAGE,
            f ->
                f.set(Tag.UNITS, "CPS")
                    .set(Tag.CORRECTED_IMAGE, "NORM\\DTIM\\ATTN\\DECY\\RAN\\DCAL")),
        one(
            "SUV type unknown",
            Tag.SUV_TYPE,
            f -> f.set(Tag.UNITS, "GML").set(Tag.SUV_TYPE, "LBX")),
        one(
            "lean SUV without height",
            Tag.PATIENT_SIZE,
            f -> f.set(Tag.UNITS, "GML").set(Tag.SUV_TYPE, "LBM").remove(Tag.PATIENT_SIZE)),
        one(
            "lean SUV without sex",
            Tag.PATIENT_SEX,
            f -> f.set(Tag.UNITS, "GML").set(Tag.SUV_TYPE, "LBMJANMA").remove(Tag.PATIENT_SEX)),
        one(
            "surface SUV without height",
            Tag.PATIENT_SIZE,
            f -> f.set(Tag.UNITS, "CM2ML").set(Tag.SUV_TYPE, "BSA").remove(Tag.PATIENT_SIZE)),
        one(
            "no attenuation correction",
            Tag.CORRECTED_IMAGE,
            f -> f.set(Tag.CORRECTED_IMAGE, "NORM\\DTIM\\SCAT\\DECY\\RAN")),
        one("corrections missing", Tag.CORRECTED_IMAGE, f -> f.remove(Tag.CORRECTED_IMAGE)),
        one(
            "START without DECY",
            Tag.CORRECTED_IMAGE,
            f -> f.set(Tag.CORRECTED_IMAGE, "NORM\\DTIM\\ATTN\\SCAT\\RAN")),
        one(
            "ADMIN without DECY",
            Tag.CORRECTED_IMAGE,
            f -> f.set(Tag.CORRECTED_IMAGE, "NORM\\ATTN\\SCAT").set(Tag.DECAY_CORRECTION, "ADMIN")),
        one("NONE with DECY", Tag.DECAY_CORRECTION, f -> f.set(Tag.DECAY_CORRECTION, "NONE")),
        one("decay correction missing", Tag.DECAY_CORRECTION, f -> f.remove(Tag.DECAY_CORRECTION)),
        one(
            "decay correction unknown",
            Tag.DECAY_CORRECTION,
            f -> f.set(Tag.DECAY_CORRECTION, "MAYBE")),
        one("intercept", Tag.RESCALE_INTERCEPT, f -> f.set(Tag.RESCALE_INTERCEPT, "-5")),
        one("slope missing", Tag.RESCALE_SLOPE, f -> f.remove(Tag.RESCALE_SLOPE)),
        one("slope 0", Tag.RESCALE_SLOPE, f -> f.set(Tag.RESCALE_SLOPE, "0")),
        one(
            "no radiopharmaceutical",
            Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
            f -> f.remove(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE)),
        one(
            "two radiopharmaceuticals",
            Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
            f ->
                f.each(
                    s ->
                        s.item(
                            Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                            i -> i.set(Tag.RADIOPHARMACEUTICAL, "PSMA")))),
        one(
            "two radiopharmaceuticals that differ in the dose alone",
            Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
            f ->
                f.each(
                    s ->
                        s.item(
                            Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                            i -> {
                              PetFixture.tracer(i);
                              i.set(Tag.RADIONUCLIDE_TOTAL_DOSE, "200000000");
                            }))),
        one(
            "counts with SUV scale factor alone, not corrected for decay",
            Tag.DECAY_CORRECTION,
            f -> uncorrected(counts(f, "0.000277778", ""))),
        one("no columns", Tag.COLUMNS, f -> f.set(Tag.COLUMNS, "0")),
        one("pixels of no length", Tag.PIXEL_SPACING, f -> f.set(Tag.PIXEL_SPACING, "1e-12\\4")),
        one(
            "a position out of this world",
            Tag.IMAGE_POSITION_PATIENT,
            f -> f.set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\1e300")),
        one("slope negative", Tag.RESCALE_SLOPE, f -> f.set(Tag.RESCALE_SLOPE, "-1")),
        one(
            "dose of megabecquerels or millicuries",
            Tag.RADIONUCLIDE_TOTAL_DOSE,
            f -> f.tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "10")),
        one(
            "half-life in hours",
            Tag.RADIONUCLIDE_HALF_LIFE,
            f -> f.tracer(Tag.RADIONUCLIDE_HALF_LIFE, "1.83")),
        one(
            "long-lived tracer, no date at all",
            Tag.RADIOPHARMACEUTICAL_START_DATE_TIME,
            f ->
                dateless(f)
                    .removeTracer(Tag.RADIONUCLIDE_CODE_SEQUENCE)
                    .tracer(Tag.RADIONUCLIDE_HALF_LIFE, "282280")),
        one(
            "injection time a placeholder",
            Tag.RADIOPHARMACEUTICAL_START_TIME,
            f ->
                scanAt(f, "090000")
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)
                    .tracer(Tag.RADIOPHARMACEUTICAL_START_TIME, "000000")),
        one(
            "CM2ML with the type of another unit",
            Tag.SUV_TYPE,
            f -> f.set(Tag.UNITS, "CM2ML").set(Tag.SUV_TYPE, "BW")),
        one(
            "dose missing",
            Tag.RADIONUCLIDE_TOTAL_DOSE,
            f -> f.removeTracer(Tag.RADIONUCLIDE_TOTAL_DOSE)),
        one("dose 0", Tag.RADIONUCLIDE_TOTAL_DOSE, f -> f.tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "0")),
        one(
            "dose in kilobecquerels",
            Tag.RADIONUCLIDE_TOTAL_DOSE,
            f -> f.tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "368080")),
        one(
            "dose negative",
            Tag.RADIONUCLIDE_TOTAL_DOSE,
            f -> f.tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "-1")),
        one(
            "half-life missing, nuclide unknown",
            Tag.RADIONUCLIDE_HALF_LIFE,
            f ->
                f.removeTracer(Tag.RADIONUCLIDE_HALF_LIFE)
                    .removeTracer(Tag.RADIONUCLIDE_CODE_SEQUENCE)),
        one(
            "half-life of another nuclide",
            Tag.RADIONUCLIDE_HALF_LIFE,
            f -> f.tracer(Tag.RADIONUCLIDE_HALF_LIFE, "4062.6")),
        one(
            "injection time missing",
            Tag.RADIOPHARMACEUTICAL_START_TIME,
            f ->
                f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)),
        one(
            "injection long after the scan",
            Tag.RADIOPHARMACEUTICAL_START_DATE_TIME,
            f ->
                f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)
                    .tracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20250101150000")),
        one(
            "injection time no time",
            Tag.RADIOPHARMACEUTICAL_START_TIME,
            f ->
                f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)
                    .tracer(Tag.RADIOPHARMACEUTICAL_START_TIME, "25h")),
        one(
            "injection of a long-lived tracer without date",
            Tag.RADIOPHARMACEUTICAL_START_DATE_TIME,
            f ->
                f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)
                    .removeTracer(Tag.RADIONUCLIDE_CODE_SEQUENCE)
                    .tracer(Tag.RADIONUCLIDE_HALF_LIFE, "282280")),
        one("acquisition time missing", Tag.ACQUISITION_TIME, f -> f.remove(Tag.ACQUISITION_TIME)),
        one(
            "frame reference time missing",
            Tag.FRAME_REFERENCE_TIME,
            f -> f.set(Tag.SERIES_TIME, "113000").remove(Tag.FRAME_REFERENCE_TIME)),
        one(
            "frame duration missing",
            Tag.ACTUAL_FRAME_DURATION,
            f -> f.set(Tag.SERIES_TIME, "113000").remove(Tag.ACTUAL_FRAME_DURATION)),
        one(
            "frame duration missing, not corrected for decay",
            Tag.ACTUAL_FRAME_DURATION,
            f -> uncorrected(f).remove(Tag.ACTUAL_FRAME_DURATION)),
        one(
            "weight differs between slices",
            Tag.PATIENT_WEIGHT,
            f -> f.slices().get(1).set(Tag.PATIENT_WEIGHT, "71")),
        one("units differ between slices", Tag.UNITS, f -> f.slices().get(2).set(Tag.UNITS, "GML")),
        one(
            "dose differs between slices",
            Tag.RADIONUCLIDE_TOTAL_DOSE,
            f ->
                f.slices()
                    .get(2)
                    .inItem(
                        Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                        i -> i.set(Tag.RADIONUCLIDE_TOTAL_DOSE, "200000000"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void oneThingBrokenIsRefusedByItsTag(String what, Tag named, Consumer<PetFixture> change) {
    PetFixture fixture = new PetFixture();
    change.accept(fixture);
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> scale(fixture, folder));
    assertThat(refused).as(what).isNotNull();
    assertThat(refused.refusal().field()).startsWith(named.label());
    assertThat(refused.refusal().remedy()).as("what to do").isNotEmpty();
    assertThat(refused.getMessage()).contains("slice").endsWith(".").doesNotContain("\n");
  }
}
