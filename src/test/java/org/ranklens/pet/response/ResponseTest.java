package org.ranklens.pet.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.pet.suv.ScanConditions;

/** Every boundary of PERCIST 1.0 (Wahl 2009) and EORTC (Young 1999), from both sides. */
class ResponseTest {

  private static final ResponseSettings SETTINGS = ResponseSettings.defaults();

  private static LesionFinding lesion(String name, double peak, double tlg, double longest) {
    return new LesionFinding(
        name,
        peak,
        0.5,
        OptionalDouble.of(peak),
        OptionalDouble.empty(),
        tlg,
        longest,
        true,
        false,
        Optional.empty());
  }

  private static LesionFinding lesion(double peak) {
    return lesion("L1", peak, 10, 20);
  }

  private static LesionFinding gone(String name, double peak, boolean takesUp) {
    return new LesionFinding(
        name,
        peak,
        0.5,
        OptionalDouble.of(peak),
        OptionalDouble.empty(),
        0,
        0,
        takesUp,
        false,
        Optional.empty());
  }

  private static ScanFindings scan(String name, OptionalInt cycles, LesionFinding... lesions) {
    return new ScanFindings(
        name,
        true,
        List.of(lesions),
        true,
        Optional.of(new ScanFindings.Normal(1.6, 0.1)),
        Optional.of(new ScanFindings.Normal(1.2, 0.1)),
        4,
        cycles,
        conditions(60, 370));
  }

  private static ScanConditions conditions(double uptake, double mbq) {
    return conditions(Optional.empty(), "", "FDG", uptake, mbq);
  }

  private static ScanConditions conditions(
      Optional<LocalDate> date, String patient, String tracer, double uptake, double mbq) {
    return new ScanConditions(
        date,
        patient,
        "GE",
        "D690",
        "OSEM",
        tracer,
        OptionalDouble.of(mbq * 1e6),
        OptionalDouble.of(70),
        OptionalDouble.of(uptake));
  }

  private static Verdict percist(LesionFinding before, LesionFinding... after) {
    return Response.compare(
            scan("a", OptionalInt.empty(), before), scan("b", OptionalInt.of(3), after), SETTINGS)
        .get(0);
  }

  private static Verdict eortc(OptionalInt cycles, LesionFinding before, LesionFinding... after) {
    return Response.compare(
            scan("a", OptionalInt.empty(), before), scan("b", cycles, after), SETTINGS)
        .get(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 7, PMR", // -30 % exactly
    "10, 7.01, SMD",
    "2.5, 1.7, PMR", // -32 %, -0.8 exactly
    "2.5, 1.71, SMD", // -31.6 %, but only -0.79
    "10, 13, SMD", // +30 % exactly is not more than 30 %
    "10, 13.01, PMD",
    "2.5, 3.3, SMD", // +32 %, +0.8 exactly is not more
    "2.5, 3.31, PMD",
    "10, 10, SMD"
  })
  void percistAsksForPercentAndUnits(double before, double after, Category category) {
    Verdict verdict = percist(lesion(before), lesion(after));
    assertThat(verdict.category()).contains(category);
    assertThat(verdict.metric()).isEqualTo("sul_peak");
    assertThat(verdict.rule()).isNotBlank();
  }

  @Test
  void percistComparesTheHottestLesionOfEachScanNotTheSameOne() {
    LesionFinding[] before = {lesion("A", 10, 10, 20), lesion("B", 6, 10, 20)};
    LesionFinding[] after = {lesion("A", 4, 10, 20), lesion("B", 6.5, 10, 20)};
    Verdict verdict =
        Response.compare(
                scan("a", OptionalInt.empty(), before),
                scan("b", OptionalInt.empty(), after),
                SETTINGS)
            .get(0);
    assertThat(verdict.followupValue()).hasValue(6.5);
    assertThat(verdict.category()).contains(Category.PMR);
  }

  @Test
  void aLesionThatGrowsByMoreThan30PercentForbidsPartialResponse() {
    LesionFinding[] before = {lesion("A", 10, 10, 20), lesion("B", 3, 10, 20)};
    assertThat(twoLesions(before, lesion("A", 4, 10, 20), lesion("B", 3.9, 10, 20)))
        .contains(Category.PMR); // +30 % exactly
    assertThat(twoLesions(before, lesion("A", 4, 10, 20), lesion("B", 3.91, 10, 20)))
        .contains(Category.SMD);
  }

  private static Optional<Category> twoLesions(LesionFinding[] before, LesionFinding... after) {
    return Response.compare(
            scan("a", OptionalInt.empty(), before), scan("b", OptionalInt.empty(), after), SETTINGS)
        .get(0)
        .category();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 17.5, SMD", // +75 % exactly is not more
    "10, 17.6, PMD",
    "9.99, 17.6, SMD" // the peak declines
  })
  void percistCallsGrowthOfTlgProgression(double peak, double tlg, Category category) {
    assertThat(percist(lesion("L1", 10, 10, 20), lesion("L1", peak, tlg, 20)).category())
        .contains(category);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, true, CMR", // within the blood's mean + 2 SD = 1.4 and below the liver's 1.6
    "1.4, true, CMR",
    "1.41, true, PMR",
    "1.5, false, CMR", // can't be told from what surrounds it
    "1.6, false, PMR" // not below the liver's mean
  })
  void percistCallsCompleteOnlyWhatIsBelowLiverAndBlood(
      double peak, boolean takesUp, Category category) {
    assertThat(percist(lesion(10), gone("L1", peak, takesUp)).category()).contains(category);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 65, 3, PMR", // +30 % exactly
    "50, 65.1, 3, SMD",
    "50, 65.1, 2.99, PMR", // its uptake declines
    "20, 28, 3, PMR" // +40 %, but no more than two voxels
  })
  void aLesionWhoseExtentGrowsByMoreThan30PercentForbidsPartialResponse(
      double before, double after, double peak, Category category) {
    LesionFinding[] first = {lesion("A", 10, 10, 20), lesion("B", 3, 10, before)};
    assertThat(twoLesions(first, lesion("A", 4, 10, 20), lesion("B", peak, 10, after)))
        .contains(category);
  }

  @Test
  void aLiverOfLittleUptakeMayDifferByNoMoreThan20Percent() {
    assertThat(livers(1.0, 1.2)).isEqualTo("comparable");
    assertThat(livers(1.0, 1.201)).contains("liver 1.00 and 1.20 differ");
    assertThat(livers(1.0, 0.799)).contains("liver");
  }

  private static String livers(double before, double after) {
    List<ScanFindings> scans = new ArrayList<>();
    for (double mean : new double[] {before, after}) {
      ScanFindings a = scan("a", OptionalInt.empty(), lesion(10));
      scans.add(
          new ScanFindings(
              "a",
              true,
              a.lesions(),
              true,
              Optional.of(new ScanFindings.Normal(mean, 0.1)),
              a.blood(),
              4,
              a.cycles(),
              a.conditions()));
    }
    return Response.compare(scans.get(0), scans.get(1), SETTINGS).get(0).comparability();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2.6, ''", // 1.5 x 1.6 + 2 x 0.1 = 2.6
    "3, 2.59, below PERCIST's measurable 2.60",
    "0, 2.6, ''", // 2 x 1.2 + 2 x 0.1 = 2.6, of the blood
    "0, 2.59, below PERCIST's measurable 2.60"
  })
  void whetherTheLesionIsMeasurableIsToldByLiverOrElseByBlood(int liver, double peak, String told) {
    ScanFindings a = scan("a", OptionalInt.empty(), lesion(peak));
    ScanFindings first =
        new ScanFindings(
            "a",
            true,
            a.lesions(),
            true,
            liver > 0 ? a.liver() : Optional.empty(),
            a.blood(),
            4,
            a.cycles(),
            a.conditions());
    assertThat(Response.compare(first, a, SETTINGS).get(0).reason()).contains(told);
    assertThat(Response.compare(first, a, SETTINGS).get(0).reason().contains("measurable"))
        .isEqualTo(!told.isEmpty());
  }

  @Test
  void withoutARegistrationTheHottestLesionOfEachScanIsComparedAndThatIsTold() {
    ScanFindings first = scan("a", OptionalInt.empty(), lesion("L1", 10, 10, 20));
    ScanFindings second = scan("b", OptionalInt.of(2), lesion("U1", 6, 8, 20));
    List<Verdict> verdicts = Response.compare(first, second, SETTINGS);
    assertThat(verdicts.get(0).category()).contains(Category.PMR);
    assertThat(verdicts.get(0).reason()).contains("not registered", "can't be told");
    assertThat(verdicts.get(1).category()).isEmpty();
    ScanFindings blind =
        new ScanFindings(
            "b",
            true,
            second.lesions(),
            false,
            second.liver(),
            second.blood(),
            4,
            second.cycles(),
            second.conditions());
    Verdict without = Response.compare(first, blind, SETTINGS).get(0);
    assertThat(without.category()).isEmpty();
    assertThat(without.followupValue()).hasValue(6);
    assertThat(without.reason())
        .contains("no lesion of a could be found again in b (not registered, or out of view)")
        .contains("without a CT");
    assertThat(verdicts.get(1).reason()).contains("EORTC compares their places");
    Verdict nothing = Response.compare(first, scan("b", OptionalInt.of(2)), SETTINGS).get(0);
    assertThat(nothing.category()).isEmpty();
    assertThat(nothing.reason()).contains("theirs may lie out of view");
  }

  @Test
  void aNewLesionIsProgressionForBoth() {
    LesionFinding fresh =
        new LesionFinding(
            "N1",
            4,
            0.5,
            OptionalDouble.of(4),
            OptionalDouble.empty(),
            5,
            10,
            true,
            true,
            Optional.empty());
    List<Verdict> verdicts =
        Response.compare(
            scan("a", OptionalInt.empty(), lesion(10)),
            scan("b", OptionalInt.empty(), gone("L1", 0.5, false), fresh),
            SETTINGS);
    assertThat(verdicts)
        .allSatisfy(
            v -> {
              assertThat(v.category()).contains(Category.PMD);
              assertThat(v.newLesions()).isEqualTo(1);
              assertThat(v.rule()).contains("N1");
            });
  }

  @Test
  void aNewLesionThatIsGoneAgainIsNoProgressionSinceTheFirstScan() {
    LesionFinding goneAgain =
        new LesionFinding(
            "N1",
            0.5,
            0.5,
            OptionalDouble.of(0.5),
            OptionalDouble.empty(),
            0,
            0,
            false,
            true,
            Optional.empty());
    List<Verdict> verdicts =
        Response.compare(
            scan("a", OptionalInt.empty(), lesion(10)),
            scan("c", OptionalInt.empty(), lesion(10), goneAgain),
            SETTINGS);
    assertThat(verdicts)
        .allSatisfy(
            v -> {
              assertThat(v.category()).contains(Category.SMD);
              assertThat(v.newLesions()).isZero();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, SMD", // +25 % exactly is not more
    "12.51, PMD",
    "7.5, SMD", // -25 % exactly is not more
    "7.49, PMR"
  })
  void eortcAfterMoreThanOneCycle(double after, Category category) {
    assertThat(eortc(OptionalInt.of(2), lesion(10), lesion(after)).category()).contains(category);
    assertThat(eortc(OptionalInt.empty(), lesion(10), lesion(after)).category()).contains(category);
  }

  @ParameterizedTest
  @CsvSource({"8.5, PMR", "8.51, SMD"})
  void eortcAfterOneCycle(double after, Category category) {
    assertThat(eortc(OptionalInt.of(1), lesion(10), lesion(after)).category()).contains(category);
  }

  @Test
  void eortcTellsThatItDoesNotKnowTheCycles() {
    assertThat(eortc(OptionalInt.empty(), lesion(10), lesion(8)).reason()).contains("cycles");
    assertThat(eortc(OptionalInt.of(2), lesion(10), lesion(8)).reason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "50, 60, 10, SMD", // +20 % exactly is not more
    "50, 60.1, 10, PMD",
    "50, 60.1, 9.9, SMD", // the uptake declines
    "20, 28, 10, SMD" // +40 %, but no more than two voxels
  })
  void eortcCallsGrowthOfTheExtentProgression(
      double before, double after, double peak, Category category) {
    assertThat(
            eortc(OptionalInt.of(2), lesion("L1", 10, 10, before), lesion("L1", peak, 10, after))
                .category())
        .contains(category);
  }

  @Test
  void eortcIsCompleteWhereNothingStandsOut() {
    assertThat(eortc(OptionalInt.of(2), lesion(10), gone("L1", 0.6, false)).category())
        .contains(Category.CMR);
    assertThat(eortc(OptionalInt.of(2), lesion(10), gone("L1", 0.6, true)).category())
        .contains(Category.PMR);
  }

  @Test
  void withoutAnyLesionThereIsNoCategory() {
    Verdict verdict =
        Response.compare(scan("a", OptionalInt.empty()), scan("b", OptionalInt.empty()), SETTINGS)
            .get(0);
    assertThat(verdict.category()).isEmpty();
    assertThat(verdict.status()).isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({"0, 99, STABLE", "0, 100, INCREASED", "200, 101, STABLE", "200, 100, DECREASED"})
  void calcificationIsCalledFrom100Hu(double before, double after, Calcification expected) {
    Verdict verdict = percist(dense(5, before), dense(5, after));
    assertThat(verdict.calcification()).contains(expected);
    assertThat(verdict.huChangeMedian()).hasValue(after - before);
  }

  private static LesionFinding dense(double peak, double hu) {
    return new LesionFinding(
        "L1",
        peak,
        0.5,
        OptionalDouble.of(peak),
        OptionalDouble.empty(),
        1,
        10,
        true,
        false,
        Optional.of(new LesionFinding.Density(hu, hu, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "60, 70, 370, 1.6, ''",
    "60, 71, 370, 1.6, not 50 to 70",
    "54, 70, 370, 1.6, differ by over 15",
    "60, 60, 445, 1.6, activities",
    "60, 60, 444, 1.6, ''",
    "60, 60, 370, 1.901, liver", // 0.3 exactly is within
    "60, 60, 370, 1.9, ''",
    "50, 65, 370, 1.6, ''", // 15 min exactly are within, and 50
    "65, 49.9, 370, 1.6, differ by over 15; uptake time 50 min is not",
    "55, 49.9, 370, 1.6, not 50 to 70",
    "60, 60, 296, 1.6, ''", // -20 % exactly
    "60, 60, 295, 1.6, activities"
  })
  void whatMakesScansIncomparableIsTold(
      double uptakeA, double uptakeB, double mbq, double liver, String expected) {
    ScanFindings a = scan("a", OptionalInt.empty(), lesion(10));
    ScanFindings first =
        new ScanFindings(
            "a",
            true,
            a.lesions(),
            true,
            a.liver(),
            a.blood(),
            4,
            a.cycles(),
            conditions(uptakeA, 370));
    ScanFindings second =
        new ScanFindings(
            "b",
            true,
            a.lesions(),
            true,
            Optional.of(new ScanFindings.Normal(liver, 0.1)),
            a.blood(),
            4,
            a.cycles(),
            conditions(uptakeB, mbq));
    String told = Response.compare(first, second, SETTINGS).get(0).comparability();
    if (expected.isEmpty()) {
      assertThat(told).isEqualTo("comparable");
    } else if (expected.contains("; ")) {
      assertThat(told).contains(expected.split("; "));
    } else {
      assertThat(new ArrayList<>(List.of(told.split("; "))))
          .singleElement()
          .asString()
          .contains(expected);
    }
  }

  @Test
  void whatTheFirstScanDoesNotShowIsLeftOutAndTold() {
    LesionFinding kidney = lesion("U1", 9, 40, 30);
    Verdict percist =
        Response.compare(
                scan("a", OptionalInt.empty(), lesion(5)),
                scan("b", OptionalInt.empty(), lesion(3), kidney),
                SETTINGS)
            .get(0);
    assertThat(percist.category()).contains(Category.PMR);
    assertThat(percist.warnings()).anyMatch(w -> w.contains("doesn't show their place: U1"));
    Verdict none =
        Response.compare(
                scan("a", OptionalInt.empty(), lesion(5)),
                scan("b", OptionalInt.empty(), lesion(3)),
                SETTINGS)
            .get(0);
    assertThat(none.warnings()).noneMatch(w -> w.contains("their place"));
  }

  private static Verdict inHotTissue(double peak, double around, boolean takesUp) {
    LesionFinding site =
        new LesionFinding(
            "L1",
            peak,
            around,
            OptionalDouble.of(peak),
            OptionalDouble.empty(),
            0,
            0,
            takesUp,
            false,
            Optional.empty());
    return Response.compare(
            scan("a", OptionalInt.empty(), lesion(5)),
            scan("b", OptionalInt.empty(), site),
            SETTINGS)
        .get(0);
  }

  @Test
  void whatIsGoneWithinTheLiverOrHotMarrowHasTheUptakeAroundIt() {
    // The liver's mean is 1.6.
    assertThat(inHotTissue(1.75, 1.6, false).category()).contains(Category.CMR);
    assertThat(inHotTissue(1.77, 1.6, false).category()).contains(Category.PMR);
    assertThat(inHotTissue(1.75, 1.6, true).category()).contains(Category.PMR);
    assertThat(inHotTissue(2.4, 3.4, false).category()).contains(Category.CMR);
    assertThat(inHotTissue(2.4, 3.4, false).rule())
        .startsWith("no lesion above the liver's mean 1.60")
        .contains(", but for what takes up no more than its surroundings (L1): 5.00 to 2.40");
    assertThat(inHotTissue(1.5, 1.5, false).rule()).doesNotContain("surroundings");
  }

  private static Verdict between(ScanConditions before, ScanConditions after) {
    ScanFindings first = scan("a", OptionalInt.empty(), lesion(5));
    ScanFindings second = scan("b", OptionalInt.empty(), lesion(5));
    return Response.compare(under(before, first), under(after, second), SETTINGS).get(0);
  }

  private static ScanFindings under(ScanConditions conditions, ScanFindings scan) {
    return new ScanFindings(
        scan.timepoint(),
        scan.lean(),
        scan.lesions(),
        scan.organsTold(),
        scan.liver(),
        scan.blood(),
        scan.voxelMm(),
        scan.cycles(),
        conditions);
  }

  @Test
  void scansOfTwoPatientsOrInTheWrongOrderAreNotComparable() {
    Optional<LocalDate> march = Optional.of(LocalDate.of(2024, 3, 5));
    Optional<LocalDate> may = Optional.of(LocalDate.of(2024, 5, 6));
    assertThat(
            between(
                    conditions(may, "one", "FDG", 60, 370),
                    conditions(march, "another", "FDG", 60, 370))
                .incomparable())
        .containsExactly(
            "the headers tell two patients (0010,0020)",
            "by the headers b (2024-03-05) is earlier than a (2024-05-06)");
    assertThat(
            between(
                    conditions(march, "one", "FDG", 60, 370),
                    conditions(may, "one", "FDG", 60, 370))
                .incomparable())
        .isEmpty();
    // What isn't told can't differ.
    assertThat(
            between(
                    conditions(march, "one", "FDG", 60, 370),
                    conditions(Optional.empty(), "", "FDG", 60, 370))
                .incomparable())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FDG, true",
    "[18F]-FDG, true",
    "Fluorodeoxyglucose, true",
    "FDG -- fluorodeoxyglucose, true",
    "2-Fluoro-2-Deoxy-D-Glucose, true",
    "Fluor-Desoxyglukose, true",
    "'', true",
    "DOTATATE, false",
    "Fluorocholine, false",
    "Sodium fluoride, false",
    "Fluorothymidine, false"
  })
  void anotherTracerThanFdgIsTold(String tracer, boolean fdg) {
    Verdict verdict =
        between(
            conditions(Optional.empty(), "", tracer, 60, 370),
            conditions(Optional.empty(), "", tracer, 60, 370));
    assertThat(verdict.warnings().stream().anyMatch(w -> w.contains("was made for FDG")))
        .isEqualTo(!fdg);
  }

  @Test
  void anotherTracerThanFdgIsToldAlsoWhereThereIsNoCategory() {
    Verdict verdict =
        Response.compare(
                scan("a", OptionalInt.empty()),
                under(
                    conditions(Optional.empty(), "", "DOTATATE", 60, 185),
                    scan("b", OptionalInt.empty())),
                SETTINGS)
            .get(0);
    assertThat(verdict.category()).isEmpty();
    assertThat(verdict.warnings())
        .containsExactly("PERCIST 1.0 was made for FDG; the header of b names the tracer DOTATATE");
  }
}
