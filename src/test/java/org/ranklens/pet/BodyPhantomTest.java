package org.ranklens.pet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.FoundLesion;
import org.ranklens.pet.lesion.FoundLesions;
import org.ranklens.pet.lesion.LesionCorrection;
import org.ranklens.pet.lesion.LesionFinder;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.Physiological;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.pet.lesion.RegistrationRow;
import org.ranklens.pet.lesion.Scan;
import org.ranklens.pet.response.Calcification;
import org.ranklens.pet.response.Category;
import org.ranklens.pet.response.Criterion;
import org.ranklens.pet.response.Verdict;
import org.ranklens.plugin.PluginFolders;

/** Whole bodies with known lesions, moved and changed. */
class BodyPhantomTest {

  private static BodyPhantom withLesions(BodyPhantom body, double factor, double hu) {
    return body.lesion("neck", 0, 45, 645, 11, lasting(9, factor), hu)
        .lesion("chest", -2, 45, 452, 10, lasting(5, factor), hu)
        .lesion("rib", 118, 58, 438, 9, lasting(6, factor), hu)
        .lesion("pelvis", 134, 30, 95, 11, lasting(6.5, factor), hu)
        .lesion("node", -30, -20, 180, 10, lasting(7, factor), 45);
  }

  private static double lasting(double suv, double factor) {
    return 0.7 + (suv - 0.7) * factor;
  }

  private static BodyPhantom moved() {
    return new BodyPhantom(new Point3(22, -15, 30), 4, -3, 9, 8);
  }

  private static Scan baseline;

  @BeforeAll
  static void drawBaseline() {
    baseline = withLesions(BodyPhantom.still(), 1, 130).scan(4.07, 5, 2.6, 3, 0.08);
  }

  @AfterAll
  static void dropBaseline() {
    baseline = null;
  }

  private static PetResult run(Scan baseline, Scan followup) {
    PetSettings settings = PetSettings.defaults();
    List<ScanLoader.Loaded> scans =
        List.of(loaded("baseline", baseline), loaded("later", followup));
    List<FoundLesions> found =
        scans.stream().map(s -> LesionFinder.find(s.scan(), settings.lesion(), List.of())).toList();
    return PetAnalysis.compose(scans, found, settings, Execution.single());
  }

  private static ScanLoader.Loaded loaded(String name, Scan scan) {
    return LoadedScans.of(name, scan, "");
  }

  private static void checkPlaces(PetResult result, BodyPhantom before, BodyPhantom after) {
    for (RegistrationRow row : result.registrations()) {
      assertThat(row.failure()).isEmpty();
      Point3 from = row.fromPosition().orElseThrow();
      Point3 to = row.toPosition().orElseThrow();
      if (row.voi().equals("body")) {
        assertThat(to.distanceTo(after.placeRigid(from))).as("body").isLessThan(0.2);
      } else {
        boolean spine = Math.abs(from.xMm()) < 15 && from.yMm() > 20;
        assertThat(to.distanceTo(after.place(from)))
            .as(row.voi() + " at " + from)
            .isLessThan(spine ? 1.5 : 2.5);
      }
    }
    for (Map.Entry<String, Point3> lesion : before.lesions.entrySet()) {
      assertThat(result.timepoints().get(0).lesions())
          .as(lesion.getKey())
          .anyMatch(l -> l.position().orElseThrow().distanceTo(lesion.getValue()) < 4);
    }
  }

  private static List<Optional<Category>> categories(PetResult result) {
    return result.verdicts().stream().map(Verdict::category).toList();
  }

  @Test
  void lesionsAreFoundAndOrgansKeptOut() {
    FoundLesions found = LesionFinder.find(baseline, PetSettings.defaults().lesion(), List.of());
    assertThat(found.lesions()).hasSize(5);
    assertThat(found.physiological())
        .extracting(Physiological::organ)
        .containsExactlyInAnyOrder(
            Physiological.Organ.BRAIN,
            Physiological.Organ.HEART,
            Physiological.Organ.KIDNEY,
            Physiological.Organ.KIDNEY,
            Physiological.Organ.BLADDER);
    ReferenceRegion liver = found.references().get(0);
    assertThat(liver.tissue()).isEqualTo(ReferenceRegion.Tissue.LIVER);
    assertThat(liver.suvBwMean()).isBetween(2.0, 2.2);
    assertThat(found.references()).hasSize(2);
    assertThat(found.references().get(1).suvBwMean()).isBetween(1.4, 1.7);
  }

  private static LesionCorrection at(
      LesionCorrection.Action action, String name, double x, double y, double z) {
    return new LesionCorrection("", action, name, new Point3(x, y, z));
  }

  @Test
  void theUsersWordGoesBeforeTheRules() {
    FoundLesions found =
        LesionFinder.find(
            baseline,
            PetSettings.defaults().lesion(),
            List.of(
                // 8 mm beside the lesion's edge: a click is rarely on the voxel.
                at(LesionCorrection.Action.NAME, "neck", 0, 45, 664),
                at(LesionCorrection.Action.DROP, "", 134, 30, 95),
                at(LesionCorrection.Action.KEEP, "bladder tumour", 0, -45, 55),
                at(LesionCorrection.Action.NAME, "nothing", 150, -100, 300)));
    assertThat(found.lesions())
        .extracting(FoundLesion::name)
        .containsExactlyInAnyOrder("bladder tumour", "neck", "", "", "");
    assertThat(found.lesions())
        .noneMatch(l -> l.voi().centre().distanceTo(new Point3(134, 30, 95)) < 20);
    assertThat(found.physiological())
        .extracting(Physiological::organ)
        .contains(Physiological.Organ.DROPPED)
        .doesNotContain(Physiological.Organ.BLADDER);
    assertThat(found.warnings())
        .singleElement()
        .asString()
        .contains("near the point of: name nothing");
  }

  @Test
  void threeScansAreComparedWithTheFirstAndTheBestBefore() {
    Scan better = withLesions(moved(), 0.4, 130).scan(4.07, 5, 2.6, 4, 0.08);
    Scan worse = withLesions(BodyPhantom.still(), 0.7, 130).scan(4.07, 5, 2.6, 4, 0.08);
    PetSettings settings = PetSettings.defaults();
    List<ScanLoader.Loaded> scans =
        List.of(loaded("baseline", baseline), loaded("better", better), loaded("worse", worse));
    List<FoundLesions> found =
        scans.stream().map(s -> LesionFinder.find(s.scan(), settings.lesion(), List.of())).toList();
    PetResult result = PetAnalysis.compose(scans, found, settings, Execution.single());
    assertThat(result.verdicts())
        .filteredOn(v -> v.criterion() == Criterion.PERCIST_1_0)
        .extracting(v -> v.from() + " " + v.to() + " " + v.category().orElseThrow())
        .containsExactly("baseline better PMR", "baseline worse SMD", "better worse PMD");
    assertThat(result.timepoints()).allMatch(t -> t.lesions().size() == 5);
  }

  @Test
  void theSameFolderTwiceIsRefused(@TempDir Path folder) {
    List<PetInput> inputs =
        List.of(PetInput.of("baseline", folder), PetInput.of("later", folder.resolve(".")));
    assertThatThrownBy(
            () ->
                PetAnalysis.run(
                    inputs,
                    Optional.empty(),
                    List.of(),
                    PetSettings.defaults(),
                    DicomReaderChoice.EMBEDDED,
                    PluginFolders.of(folder),
                    Execution.single()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the same folder is given as baseline and as later");
  }

  @Test
  void bowelUretersAndBrownFatAreKeptOutWithTheirReasons() {
    BodyPhantom body = withLesions(BodyPhantom.still(), 1, 130).withTractsAndFat();
    FoundLesions found =
        LesionFinder.find(
            body.scan(4.07, 5, 2.6, 3, 0.08), PetSettings.defaults().lesion(), List.of());
    assertThat(found.lesions()).hasSize(5);
    assertThat(found.physiological())
        .extracting(Physiological::organ)
        .contains(Physiological.Organ.BOWEL, Physiological.Organ.URETER)
        .filteredOn(organ -> organ == Physiological.Organ.BROWN_FAT)
        .hasSize(2);
    assertThat(found.physiological())
        .extracting(Physiological::rule)
        .anyMatch(rule -> rule.contains("gas"))
        .anyMatch(rule -> rule.contains("below a kidney"))
        .anyMatch(rule -> rule.contains("as fat"));
  }

  @Test
  void partialResponseOfAMovedBody() {
    BodyPhantom before = withLesions(BodyPhantom.still(), 1, 130);
    BodyPhantom after = withLesions(moved(), 0.4, 130);
    PetResult result = run(baseline, after.scan(3.65, 4, 2.4, 4, 0.1));
    checkPlaces(result, before, after);
    assertThat(result.timepoints().get(1).lesions()).hasSize(5);
    assertThat(categories(result))
        .containsExactly(Optional.of(Category.PMR), Optional.of(Category.PMR));
  }

  @Test
  void completeResponseWithCalcification() {
    BodyPhantom after = withLesions(moved(), 0, 600);
    PetResult result = run(baseline, after.scan(3.65, 4, 2.4, 4, 0.1));
    checkPlaces(result, withLesions(BodyPhantom.still(), 1, 130), after);
    assertThat(categories(result))
        .containsExactly(Optional.of(Category.CMR), Optional.of(Category.CMR));
    assertThat(result.verdicts().get(0).calcification()).contains(Calcification.INCREASED);
    assertThat(result.timepoints().get(1).lesions())
        .extracting(LesionMeasurement::uptake)
        .allMatch(Optional::isEmpty);
  }

  @Test
  void stableDisease() {
    BodyPhantom after = withLesions(moved(), 0.92, 130);
    PetResult result = run(baseline, after.scan(4.07, 3, 2.6, 3, 0.08));
    checkPlaces(result, withLesions(BodyPhantom.still(), 1, 130), after);
    assertThat(categories(result))
        .containsExactly(Optional.of(Category.SMD), Optional.of(Category.SMD));
  }

  @Test
  void progression() {
    BodyPhantom after = withLesions(moved(), 1.6, 130);
    PetResult result = run(baseline, after.scan(3.65, 4, 2.4, 4, 0.08));
    checkPlaces(result, withLesions(BodyPhantom.still(), 1, 130), after);
    assertThat(categories(result))
        .containsExactly(Optional.of(Category.PMD), Optional.of(Category.PMD));
    assertThat(result.verdicts().get(0).newLesions()).isZero();
  }

  @Test
  void aNewLesionIsProgressionThoughTheOthersFade() {
    BodyPhantom after = withLesions(moved(), 0.4, 130).lesion("new", 40, 60, 330, 10, 7, 60);
    PetResult result = run(baseline, after.scan(3.65, 4, 2.4, 4, 0.1));
    assertThat(categories(result))
        .containsExactly(Optional.of(Category.PMD), Optional.of(Category.PMD));
    assertThat(result.verdicts().get(0).newLesions()).isEqualTo(1);
    assertThat(result.timepoints().get(1).lesions())
        .filteredOn(LesionMeasurement::isNew)
        .singleElement()
        .satisfies(
            l ->
                assertThat(
                        l.position()
                            .orElseThrow()
                            .distanceTo(after.place(after.lesions.get("new"))))
                    .isLessThan(3));
  }

  @Test
  void aLargeMoveIsFollowed() {
    BodyPhantom after =
        withLesions(new BodyPhantom(new Point3(-30, 25, 45), -6, 5, -13, 10), 0.4, 130);
    PetResult result = run(baseline, after.scan(3.65, 4, 2.4, 4, 0.1));
    checkPlaces(result, withLesions(BodyPhantom.still(), 1, 130), after);
    assertThat(result.registrations().get(0).rotationDeg().orElseThrow())
        .isCloseTo(15.1, org.assertj.core.data.Offset.offset(1.0));
  }
}
