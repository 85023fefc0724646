package org.ranklens.pet.suv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ranklens.pet.suv.SuvCases.counts;
import static org.ranklens.pet.suv.SuvCases.dateless;
import static org.ranklens.pet.suv.SuvCases.one;
import static org.ranklens.pet.suv.SuvCases.scanAt;
import static org.ranklens.pet.suv.SuvCases.slope;
import static org.ranklens.pet.suv.SuvCases.stored;
import static org.ranklens.pet.suv.SuvCases.uncorrected;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.PetFixture;
import org.ranklens.pet.dicom.Tag;

/**
 * The ways of real headers that the SUV manual lists, each written so that the SUV is 1.00: the
 * stored values are worked out in the comments, by hand.
 */
class SuvVariantTest {

  @TempDir Path folder;

  private SuvScale scale(PetFixture fixture) throws IOException {
    return SuvCases.scale(fixture, folder);
  }

  static Stream<Arguments> variants() {
    return Stream.of(
        one("default", f -> {}),
        one("dose in MBq", f -> f.tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "368.08")),
        one("weight in grams", f -> f.set(Tag.PATIENT_WEIGHT, "70000")),
        one("legacy time with colons", f -> f.set(Tag.ACQUISITION_TIME, "11:00:00")),
        one("time without seconds", f -> f.set(Tag.ACQUISITION_TIME, "1100")),
        one("DECAY instead of DECY", f -> f.set(Tag.CORRECTED_IMAGE, "ATTN\\DECAY")),
        one("half-life in minutes", f -> f.tracer(Tag.RADIONUCLIDE_HALF_LIFE, "109.77")),
        one(
            "half-life by the radiopharmaceutical's name",
            f ->
                f.removeTracer(Tag.RADIONUCLIDE_HALF_LIFE)
                    .removeTracer(Tag.RADIONUCLIDE_CODE_SEQUENCE)
                    .tracer(Tag.RADIOPHARMACEUTICAL, "PSMA-1007 [18F]F")),
        one(
            "the radiopharmaceutical told twice",
            f ->
                f.each(
                    s -> s.item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, PetFixture::tracer))),
        one("no date at all", SuvCases::dateless),
        one(
            "no date but the injection's",
            f -> dateless(f).tracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "19000101100000")),
        one(
            "no date at all, over midnight",
            f ->
                scanAt(dateless(f), "003000").tracer(Tag.RADIOPHARMACEUTICAL_START_TIME, "233000")),
        one(
            "no date at all, GE's private date-time left behind",
            f ->
                dateless(f)
                    .set(Tag.SERIES_TIME, "113000")
                    .set(Tag.ACQUISITION_TIME, "112000")
                    .set(Tag.GE_SCAN_DATE_TIME, "20250101110000")),
        one("series date alone", f -> f.remove(Tag.ACQUISITION_DATE).remove(Tag.STUDY_DATE)),
        one("study date alone", f -> f.remove(Tag.ACQUISITION_DATE).remove(Tag.SERIES_DATE)),
        one(
            "acquisition date-time in place of date and time",
            f ->
                f.remove(Tag.ACQUISITION_DATE)
                    .remove(Tag.ACQUISITION_TIME)
                    .set(Tag.ACQUISITION_DATE_TIME, "20250101110000")),
        one("series date shifted by an anonymiser", f -> f.set(Tag.SERIES_DATE, "20190704")),
        one(
            "series made days after the scan",
            f ->
                f.set(Tag.SERIES_DATE, "20250109")
                    .set(Tag.SERIES_TIME, "080000")
                    .set(Tag.ACQUISITION_TIME, "110000.8")),
        one(
            "private date-time that is none",
            f -> f.set(Tag.SIEMENS_DECAY_CORRECTION_DATE_TIME, "n/a")),
        one("half-life by the nuclide alone", f -> f.removeTracer(Tag.RADIONUCLIDE_HALF_LIFE)),
        one("start date-time alone", f -> f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)),
        one("start time alone", f -> f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)),
        one(
            "start date-time of another year",
            f -> f.tracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20190704100000")),
        one(
            "start date-time in another time zone",
            f ->
                f.set(Tag.TIMEZONE_OFFSET_FROM_UTC, "+0100")
                    .tracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20250101090000.00+0000")),
        one(
            // The clock went back from +0200 to +0100 in between.
            "start date-time in daylight saving time",
            f ->
                f.set(Tag.TIMEZONE_OFFSET_FROM_UTC, "+0100")
                    .set(Tag.SERIES_TIME, "023000")
                    .set(Tag.ACQUISITION_TIME, "023000")
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)
                    .tracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20250101023000+0200")),
        one(
            "over midnight, time alone",
            f ->
                scanAt(f, "003000")
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)
                    .tracer(Tag.RADIOPHARMACEUTICAL_START_TIME, "233000")),
        one("SUV by body weight", f -> stored(f, "GML", "BW", 1)),
        one("SUV of no type", f -> stored(f, "GML", "", 1)),
        // 1.10 * 70 - 120 * (70 / 175)^2 = 57.8 kg.
        one("SUV by lean mass, Morgan", f -> stored(f, "GML", "LBM", 57.8 / 70)),
        // 1.10 * 70 - 128 * (70 / 175)^2 = 56.52 kg.
        one("SUV by lean mass, James", f -> stored(f, "GML", "LBMJAMES128", 56.52 / 70)),
        // 9270 * 70 / (6680 + 216 * 22.857143) = 55.8571 kg.
        one("SUV by lean mass, Janmahasatian", f -> stored(f, "GML", "LBMJANMA", 55.8571 / 70)),
        // 48 + 1.06 * (175 - 152) = 72.38 kg.
        one("SUV by ideal weight", f -> stored(f, "GML", "IBW", 72.38 / 70)),
        // Of the other sex 45.5 + 0.91 * 23 = 66.43, the mean is 69.405 kg.
        one(
            "SUV by ideal weight, sex O",
            f -> stored(f, "GML", "IBW", 69.405 / 70).set(Tag.PATIENT_SEX, "O")),
        // By Morgan a woman of the same measures has 1.07 * 70 - 148 * 0.16 = 51.22 kg; the same by
        // James.
        one(
            "SUV by lean mass, Morgan, female",
            f -> stored(f, "GML", "LBM", 51.22 / 70).set(Tag.PATIENT_SEX, "F")),
        one(
            "SUV by lean mass, James, sex O",
            f -> stored(f, "GML", "LBMJAMES128", 53.87 / 70).set(Tag.PATIENT_SEX, "O")),
        // 9270 * 70 / (8780 + 244 * 22.857143) = 45.2051 kg.
        one(
            "SUV by lean mass, Janmahasatian, female",
            f -> stored(f, "GML", "LBMJANMA", 45.2051 / 70).set(Tag.PATIENT_SEX, "F")),
        one(
            "SUV by lean mass, type in small letters",
            f -> stored(f, "GML", "lbmjanma", 55.8571 / 70)),
        one(
            "SUV by body weight, nothing told of the tracer",
            f ->
                stored(f, "GML", "BW", 1)
                    .remove(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE)
                    .remove(Tag.DECAY_CORRECTION)
                    .remove(Tag.PATIENT_WEIGHT)),
        one(
            "SUV by body surface, no type, no sex",
            f -> stored(f, "CM2ML", "", 18481.43 / 70000).remove(Tag.PATIENT_SEX)),
        one(
            "SUV by ideal weight, height in centimetres",
            f -> stored(f, "GML", "IBW", 72.38 / 70).set(Tag.PATIENT_SIZE, "175")),
        // 0.007184 * 175^0.725 * 70^0.425 = 1.848143 m2.
        one("SUV by body surface", f -> stored(f, "CM2ML", "BSA", 18481.43 / 70000)),
        one("counts with SUV scale factor", f -> counts(f, "0.000277778", "")),
        one("counts with activity scale factor", f -> slope(counts(f, "0", "2"), 0.5)),
        one(
            "counts with SUV scale factor, nothing told of tracer and weight",
            f ->
                counts(f, "0.000277778", "")
                    .remove(Tag.PATIENT_WEIGHT)
                    .remove(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE)),
        one(
            "counts with both scale factors, no dose for the second",
            f -> counts(f, "0.000277778", "2").removeTracer(Tag.RADIONUCLIDE_TOTAL_DOSE)),
        one(
            "counts with both scale factors, not corrected for decay",
            f -> slope(uncorrected(counts(f, "0.7", "2")), 0.492189)),
        // As anonymisers leave private attributes that they don't know.
        one(
            "counts with SUV scale factor written as bytes",
            f -> counts(f, "", "").each(s -> s.set(0x70531000, "OB", "0.000277778"))),
        // Table 4 doesn't have the activity factor without the other, and nothing forbids it.
        one("counts with activity scale factor alone", f -> slope(counts(f, "", "2"), 0.5)),
        // Each sex of each formula of Sugawara's list; by hand as above, O is the mean of both.
        one(
            "SUV by lean mass, Morgan, sex O",
            f -> stored(f, "GML", "LBM", 54.51 / 70).set(Tag.PATIENT_SEX, "O")),
        one(
            "SUV by lean mass, James, female",
            f -> stored(f, "GML", "LBMJAMES128", 51.22 / 70).set(Tag.PATIENT_SEX, "F")),
        one(
            "SUV by lean mass, Janmahasatian, sex O",
            f -> stored(f, "GML", "LBMJANMA", 50.5271 / 70).set(Tag.PATIENT_SEX, "O")),
        one(
            "SUV by ideal weight, female",
            f -> stored(f, "GML", "IBW", 66.43 / 70).set(Tag.PATIENT_SEX, "F")),
        // Table 10: 252 MBq at the reference are 252e6 * 2^(uptake / half-life) Bq at the
        // injection.
        one(
            "fluorine-18 of 6588 s",
            f ->
                f.tracer(Tag.RADIONUCLIDE_HALF_LIFE, "6588")
                    .tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "368042200")),
        one("carbon-11", f -> nuclide(f, "^11^Carbon", "1223", "1938683000", "100000")),
        one("nitrogen-13", f -> nuclide(f, "^13^Nitrogen", "598", "505169700", "105000")),
        one("germanium-68", f -> nuclide(f, "^68^Germanium", "23400000", "252026900", "100000")),
        // A voxel of 0.064 ml: 3600 Bq/ml are 230.4 counts per second.
        one(
            "counts per second, calibrated",
            f ->
                f.set(Tag.UNITS, "CPS")
                    .set(Tag.RESCALE_SLOPE, "0.064")
                    .set(Tag.CORRECTED_IMAGE, "NORM\\DTIM\\ATTN\\SCAT\\DECY\\RAN\\DCAL")),
        one(
            "counts per second with calibration factor",
            f ->
                f.set(Tag.UNITS, "CPS")
                    .set(Tag.RESCALE_SLOPE, "0.032")
                    .set(Tag.DOSE_CALIBRATION_FACTOR, "2")),
        // 3600 * 2^(3600 / 6586.2) = 5258.38 Bq/ml.
        one(
            "decay correction ADMIN",
            f -> f.set(Tag.DECAY_CORRECTION, "ADMIN").set(Tag.RESCALE_SLOPE, "1.460661")),
        one(
            "decay correction ADMIN, no time told at all",
            f ->
                f.set(Tag.DECAY_CORRECTION, "ADMIN")
                    .set(Tag.RESCALE_SLOPE, "1.460661")
                    .remove(Tag.ACQUISITION_TIME)
                    .remove(Tag.SERIES_TIME)
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)),
        // lambda T = 0.0315729: the mean of the frame is (1 - e^-0.0315729) / 0.0315729 of its
        // start.
        one("decay correction NONE", f -> slope(uncorrected(f), 0.984378)),
        // 150 s frame reference - 149.2 s average time before the acquisition at 11:00:00.8.
        one(
            "series time after acquisition: back-computed",
            f -> f.set(Tag.SERIES_TIME, "113000").set(Tag.ACQUISITION_TIME, "110000.8")),
        one(
            "GE, series time after acquisition: to the frame's start",
            f ->
                f.set(Tag.MANUFACTURER, "GE MEDICAL SYSTEMS")
                    .set(Tag.SERIES_TIME, "113000")
                    .set(Tag.ACQUISITION_TIME, "110230")),
        one(
            "GE's private date-time",
            f ->
                f.set(Tag.SERIES_TIME, "113000")
                    .set(Tag.ACQUISITION_TIME, "112000")
                    .each(s -> s.set(0x00090010, "LO", "GEMS_PETD_01"))
                    .set(Tag.GE_SCAN_DATE_TIME, "20250101110000.00")),
        one(
            "GE's private date-time in another block",
            f ->
                f.set(Tag.SERIES_TIME, "113000")
                    .set(Tag.ACQUISITION_TIME, "112000")
                    .each(
                        s ->
                            s.set(0x00090010, "LO", "SOMEBODY ELSE")
                                .set(0x00090011, "LO", "GEMS_PETD_01")
                                .set(0x0009110D, "DT", "20250101110000"))),
        one(
            "GE's private injection time alone",
            f ->
                f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)
                    .each(s -> s.set(0x00090010, "LO", "GEMS_PETD_01"))
                    .set(Tag.GE_ADMINISTRATION_DATE_TIME, "20250101100000.00")),
        one(
            "Siemens' private date-time without creator",
            f ->
                f.set(Tag.SERIES_TIME, "113000")
                    .set(Tag.ACQUISITION_TIME, "112000")
                    .set(Tag.SIEMENS_DECAY_CORRECTION_DATE_TIME, "20250101110000")),
        one(
            "private date-time of a date that an anonymiser left behind",
            f ->
                f.set(Tag.SERIES_TIME, "113000")
                    .set(Tag.ACQUISITION_TIME, "112000")
                    .set(Tag.SIEMENS_DECAY_CORRECTION_DATE_TIME, "20210608110000")),
        one(
            "beds that all carry the scan's start, series time after it",
            f -> {
              f.set(Tag.SERIES_TIME, "113000");
              f.slices().get(1).set(Tag.FRAME_REFERENCE_TIME, "450000");
              f.slices().get(2).set(Tag.FRAME_REFERENCE_TIME, "750000");
            }),
        one(
            "beds one after the other",
            f -> {
              f.slices()
                  .get(1)
                  .set(Tag.ACQUISITION_TIME, "110500")
                  .set(Tag.FRAME_REFERENCE_TIME, "450000");
              f.slices()
                  .get(2)
                  .set(Tag.ACQUISITION_TIME, "111000")
                  .set(Tag.FRAME_REFERENCE_TIME, "750000");
            }),
        one(
            // 20 minutes more of 68 minutes: 3600 s are 0.8861 half-lives of Ga-68.
            "gallium-68",
            f ->
                f.tracer(Tag.RADIONUCLIDE_HALF_LIFE, "4062.6")
                    .tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "465761000")
                    .each(
                        s ->
                            s.inItem(
                                Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                                i ->
                                    i.inItem(
                                        Tag.RADIONUCLIDE_CODE_SEQUENCE,
                                        c -> c.set(Tag.CODE_MEANING, "^68^Gallium"))))));
  }

  private static PetFixture nuclide(
      PetFixture fixture, String meaning, String halfLife, String dose, String injection) {
    return fixture
        .tracer(Tag.RADIONUCLIDE_HALF_LIFE, halfLife)
        .tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, dose)
        .tracer(Tag.RADIOPHARMACEUTICAL_START_TIME, injection)
        .tracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20250101" + injection)
        .each(
            s ->
                s.inItem(
                    Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                    i ->
                        i.inItem(
                            Tag.RADIONUCLIDE_CODE_SEQUENCE,
                            c -> c.remove(Tag.CODE_VALUE).set(Tag.CODE_MEANING, meaning))));
  }

  /** A unit, a decay correction or an injection, and what it divides the stored values by. */
  private record Way(String what, double slope, Consumer<PetFixture> change) {}

  private static final List<Way> UNITS =
      List.of(
          new Way("BQML", 1, f -> {}),
          new Way("CNTS", 0.5, f -> counts(f, "", "2")),
          new Way(
              "CPS", 0.032, f -> f.set(Tag.UNITS, "CPS").set(Tag.DOSE_CALIBRATION_FACTOR, "2")));

  private static final List<Way> DECAY =
      List.of(
          new Way("START", 1, f -> {}),
          // 2^(uptake / half-life)
          new Way("ADMIN", 1.460661, f -> f.set(Tag.DECAY_CORRECTION, "ADMIN")),
          new Way("NONE", 0.984378, SuvCases::uncorrected));

  private static final List<Way> INJECTION =
      List.of(
          new Way("date and time", 1, f -> {}),
          new Way("time", 1, f -> f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)),
          new Way("date-time", 1, f -> f.removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)),
          new Way(
              "over midnight",
              1,
              f ->
                  scanAt(f, "003000")
                      .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)
                      .tracer(Tag.RADIOPHARMACEUTICAL_START_TIME, "233000")));

  static Stream<Arguments> combined() {
    return UNITS.stream()
        .flatMap(
            u -> DECAY.stream().flatMap(d -> INJECTION.stream().map(i -> Arguments.of(u, d, i))));
  }

  /** Every unit with every decay correction and every way to tell the injection. */
  @ParameterizedTest
  @MethodSource("combined")
  void theWaysOfRealHeadersCombine(Way units, Way decay, Way injection) throws IOException {
    PetFixture fixture = new PetFixture();
    units.change.accept(fixture);
    decay.change.accept(fixture);
    injection.change.accept(fixture);
    double slope = units.slope * decay.slope;
    slope(fixture, slope);
    assertThat(PetFixture.STORED * slope * scale(fixture).factor(0)).isCloseTo(1, within(1e-3));
  }

  /** Table 2: half of the real series have another slope in every slice. */
  @Test
  void eachSliceHasItsOwnSlope() throws IOException {
    PetFixture fixture = new PetFixture();
    short[] stored = {3600, 7200, 900};
    for (int k = 0; k < stored.length; k++) {
      short[] pixels = new short[16];
      Arrays.fill(pixels, stored[k]);
      String slope = String.valueOf(3600.0 / stored[k]);
      fixture.slices().get(k).set(Tag.RESCALE_SLOPE, slope).pixels(pixels);
    }
    for (float value : scale(fixture).read(Execution.single()).suvBw()) {
      assertThat(value).isCloseTo(1f, within(1e-3f));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void everyVariantGivesTheSameSuv(String what, Consumer<PetFixture> change) throws IOException {
    PetFixture fixture = new PetFixture();
    change.accept(fixture);
    var series = fixture.series(folder);
    SuvScale scale = SuvCalculator.scale(series, SuvSettings.defaults(), PatientOverrides.none());
    for (int k = 0; k < 3; k++) {
      double value = PetFixture.STORED * series.stack().slices().get(k).slope();
      assertThat(value * scale.factor(k)).as("%s, slice %d", what, k).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void aForeignBlockIsNotTakenForTheVendors() throws IOException {
    PetFixture fixture =
        new PetFixture()
            .each(s -> s.set(0x00090010, "LO", "SOMEBODY ELSE"))
            .set(Tag.GE_SCAN_DATE_TIME, "20250101103000");
    assertThat(scale(fixture).report().referenceTimeRule())
        .isEqualTo("acquisition time = series time");
  }

  @Test
  void candidatesThatDisagreeAreAWarning() throws IOException {
    SuvReport report = scale(new PetFixture().set(Tag.FRAME_REFERENCE_TIME, "1000000")).report();
    // 850.8 s apart: 2^(850.8 / 6586.2) - 1 = 9.37 %.
    assertThat(report.candidateSpreadPercent().orElseThrow()).isCloseTo(9.37, within(0.01));
    assertThat(report.reason()).contains("9.4 %");
  }

  /** By the SUV scale factor alone SUVs would be 1 / 1.05 of those by the activity: 4.76 % less. */
  @Test
  void philipsFactorsAreComparedAndTheUsedOneIsTold() throws IOException {
    SuvScale scale = scale(counts(new PetFixture(), "0.000277778", "1.05"));
    assertThat(PetFixture.STORED * scale.factor(0)).isCloseTo(1.05, within(1e-3));
    assertThat(scale.report().reason())
        .contains("(7053,1009) PhilipsActivityConcentrationScaleFactor was used")
        .contains("by (7053,1000)")
        .contains("4.76 % lower");
  }

  @Test
  void aHeaderWithoutAnyDateTellsNoReferenceTime() throws IOException {
    SuvReport report = scale(dateless(new PetFixture())).report();
    assertThat(report.referenceTime()).isEmpty();
    assertThat(report.uptakeMinutes().orElseThrow()).isEqualTo(60);
    assertThat(report.conditions().date()).isEmpty();
    assertThat(report.reason()).contains("no date");
  }

  @Test
  void twoInjectionTimesThatDifferAreTold() throws IOException {
    SuvReport report =
        scale(new PetFixture().tracer(Tag.RADIOPHARMACEUTICAL_START_TIME, "101500")).report();
    assertThat(report.uptakeMinutes().orElseThrow()).isEqualTo(60);
    assertThat(report.reason()).contains("10:15").contains("differ");
  }

  @Test
  void anOffsetThatTheHeaderCantPlaceIsTold() throws IOException {
    SuvReport report =
        scale(
                new PetFixture()
                    .removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)
                    .tracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20250101100000+0000"))
            .report();
    assertThat(report.reason()).contains("(0008,0201)");
  }

  @Test
  void mistakenUnitsAreTold() throws IOException {
    SuvReport report =
        scale(
                new PetFixture()
                    .set(Tag.PATIENT_WEIGHT, "70000")
                    .set(Tag.PATIENT_SIZE, "175")
                    .tracer(Tag.RADIONUCLIDE_TOTAL_DOSE, "368.08"))
            .report();
    assertThat(report.reason())
        .contains("taken as grams")
        .contains("taken as centimetres")
        .contains("taken as MBq");
  }

  @Test
  void overridesAreUsedAndStandInTheRow() throws IOException {
    PatientOverrides overrides =
        new PatientOverrides(
            OptionalDouble.of(140),
            OptionalDouble.of(1.8),
            Optional.of(Sex.FEMALE),
            OptionalDouble.of(736.16e6),
            Optional.of(LocalDateTime.of(2025, 1, 1, 10, 0)));
    PetFixture bare =
        new PetFixture()
            .remove(Tag.PATIENT_WEIGHT)
            .removeTracer(Tag.RADIONUCLIDE_TOTAL_DOSE)
            .removeTracer(Tag.RADIOPHARMACEUTICAL_START_TIME)
            .removeTracer(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
    SuvScale scale = SuvCases.scale(bare, folder, overrides);
    assertThat(PetFixture.STORED * scale.factor(0)).isCloseTo(1, within(1e-3));
    assertThat(scale.report().reason())
        .contains("140.0 kg")
        .contains("1.8 m")
        .contains("female")
        .contains("736.16 MBq")
        .contains("2025-01-01T10:00");
  }

  @Test
  void aWeightGivenActsOnSuvsThatTheHeadersWeightMade() throws IOException {
    PatientOverrides heavier =
        new PatientOverrides(
            OptionalDouble.of(84),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty());
    PetFixture lean = stored(new PetFixture(), "GML", "LBM", 57.8 / 70);
    SuvScale scale = SuvCases.scale(lean, folder, heavier);
    assertThat(scale.factor(0) * 57.8 / 70).isCloseTo(1.2, within(1e-9));
  }

  @Test
  void aDoseGivenCantActOnStoredSuvs() {
    PatientOverrides dose =
        new PatientOverrides(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.of(2e8),
            Optional.empty());
    PetFixture fixture = stored(new PetFixture(), "GML", "", 1);
    assertThatThrownBy(() -> SuvCases.scale(fixture, folder, dose))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("SUVs already");
  }

  @Test
  void otherNormalisationsFollowTheirFormulae() throws IOException {
    SuvScale scale = scale(new PetFixture());
    assertThat(scale.bodyFactors().sulPerSuvBw().orElseThrow())
        .isCloseTo(55.8571 / 70, within(1e-6));
    assertThat(scale.bodyFactors().suvBsaPerSuvBw().orElseThrow())
        .isCloseTo(18481.43 / 70000, within(1e-6));
    assertThat(scale.bodyFactors().suvIbwPerSuvBw().orElseThrow())
        .isCloseTo(72.38 / 70, within(1e-9));
  }

  @Test
  void missingSizeOrSexRefusesOnlyWhatNeedsIt() throws IOException {
    BodyFactors noHeight = scale(new PetFixture().remove(Tag.PATIENT_SIZE)).bodyFactors();
    assertThat(noHeight.sulPerSuvBw()).isEmpty();
    assertThat(noHeight.suvBsaPerSuvBw()).isEmpty();
    BodyFactors noSex = scale(new PetFixture().remove(Tag.PATIENT_SEX)).bodyFactors();
    assertThat(noSex.sulPerSuvBw()).isEmpty();
    assertThat(noSex.suvBsaPerSuvBw()).isPresent();
  }
}
