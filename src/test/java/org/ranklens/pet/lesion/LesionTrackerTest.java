package org.ranklens.pet.lesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;

/** Lesions of one scan met again in another. */
class LesionTrackerTest {

  private static final Geometry GRID =
      Geometry.axial(20, 20, 20, new Point3(0, 0, 0), new Point3(4, 4, 4));

  private static Voi ball(Geometry grid, Point3 centre, double radius) {
    int[] indices = new int[(int) grid.voxels()];
    int n = 0;
    for (int i = 0; i < indices.length; i++) {
      if (Extent.centre(grid, i).distanceTo(centre) <= radius) {
        indices[n++] = i;
      }
    }
    return new Voi(grid, Arrays.copyOf(indices, n));
  }

  private static Scan scan() {
    float[] suv = new float[(int) GRID.voxels()];
    short[] hu = new short[suv.length];
    Arrays.fill(suv, 1);
    return new Scan(
        new SuvVolume(GRID, suv, BodyFactors.unknown()),
        Optional.of(new CtVolume(GRID, hu, CtProtocol.unknown())));
  }

  private static LesionMeasurement met(Optional<String> whyUntold) {
    FoundLesion lesion = new FoundLesion("", ball(GRID, new Point3(60, 60, 60), 10), List.of());
    FoundLesions found = new FoundLesions(List.of(lesion), List.of(), List.of(), 2, "", List.of());
    return LesionTracker.later(
            scan(), found, List.of(), Map.of(), LesionSettings.defaults(), voi -> whyUntold)
        .get(0);
  }

  @Test
  void aLesionIsNewUnlessThatCantBeToldAndThenTheReasonIs() {
    assertThat(met(Optional.empty()).isNew()).isTrue();
    assertThat(met(Optional.empty()).lesion()).isEqualTo("N1");
    LesionMeasurement untold = met(Optional.of("no earlier scan shows its place"));
    assertThat(untold.isNew()).isFalse();
    assertThat(untold.lesion()).isEqualTo("U1");
    assertThat(untold.warnings()).contains("no earlier scan shows its place");
  }

  /** Against the first scan it is new in every later one, not in the one that showed it alone. */
  @Test
  void aLesionThatAppearedLaterStaysNew() {
    FoundLesion lesion = at(40, 9);
    List<Tracked> known = List.of(new Tracked("N1", lesion.voi(), true));
    Map<String, Alignment> still = Map.of("N1", Alignment.asTheyLie("b", "c", GRID, known));
    FoundLesions found = new FoundLesions(List.of(lesion), List.of(), List.of(), 2, "", List.of());

    List<LesionMeasurement> rows =
        LesionTracker.later(
            scan(), found, known, still, LesionSettings.defaults(), voi -> Optional.empty());

    assertThat(rows).singleElement().satisfies(row -> assertThat(row.isNew()).isTrue());
  }

  /** A mask within another one, both given, and one found lesion over both. */
  @Test
  void aSiteWithinAnotherKeepsItsPart() {
    List<LesionMeasurement> rows = follow(List.of(at(40, 14), at(40, 8)), List.of(at(40, 14)), 6);

    assertThat(rows).extracting(LesionMeasurement::lesion).containsExactly("L1", "L2");
    assertThat(rows.get(1).voi().orElseThrow().size()).isEqualTo(at(40, 8).voi().size());
  }

  private static FoundLesion at(double x, double radius) {
    return new FoundLesion("", ball(GRID, new Point3(x, 40, 40), radius), List.of());
  }

  /** Rows of a scan in which nothing moved. */
  private static List<LesionMeasurement> follow(
      List<FoundLesion> before, List<FoundLesion> after, double suvAfter) {
    List<Tracked> known = new ArrayList<>();
    for (FoundLesion lesion : before) {
      known.add(new Tracked("L" + (known.size() + 1), lesion.voi(), false));
    }
    Alignment still = Alignment.asTheyLie("a", "b", GRID, known);
    Map<String, Alignment> alignments = new HashMap<>();
    known.forEach(lesion -> alignments.put(lesion.name(), still));
    Scan scan = scan();
    after.forEach(
        l -> Arrays.stream(l.voi().voxels()).forEach(i -> suv(scan)[i] = (float) suvAfter));
    FoundLesions found = new FoundLesions(after, List.of(), List.of(), 2, "", List.of());
    return LesionTracker.later(
        scan, found, known, alignments, LesionSettings.defaults(), voi -> Optional.empty());
  }

  private static float[] suv(Scan scan) {
    return scan.suv().suvBw();
  }

  @Test
  void lesionsThatGrewTogetherEachKeepTheirPart() {
    FoundLesion both = new FoundLesion("", union(at(28, 12).voi(), at(48, 12).voi()), List.of());
    List<LesionMeasurement> rows = follow(List.of(at(28, 9), at(48, 9)), List.of(both), 6);
    assertThat(rows).extracting(LesionMeasurement::lesion).containsExactly("L1", "L2");
    assertThat(rows.get(0).warnings()).anyMatch(w -> w.contains("grown together with L2"));
    assertThat(rows.get(1).warnings()).anyMatch(w -> w.contains("grown together with L1"));
    assertThat(rows.get(0).position().orElseThrow().xMm()).isLessThan(33);
    assertThat(rows.get(1).position().orElseThrow().xMm()).isGreaterThan(43);
    // Nothing is lost and nothing is counted twice.
    assertThat(rows.stream().mapToInt(r -> r.voi().orElseThrow().size()).sum())
        .isEqualTo(both.voi().size());
  }

  @Test
  void aLesionThatFellApartIsStillOneAndNoneOfItIsNew() {
    List<LesionMeasurement> rows = follow(List.of(at(40, 20)), List.of(at(30, 7), at(50, 7)), 6);
    assertThat(rows).singleElement().satisfies(r -> assertThat(r.lesion()).isEqualTo("L1"));
    assertThat(rows.get(0).warnings()).anyMatch(w -> w.contains("in 2 parts"));
    assertThat(rows.get(0).voi().orElseThrow().size())
        .isEqualTo(at(30, 7).voi().size() + at(50, 7).voi().size());
  }

  @Test
  void aLesionBesideAKnownOneIsNewAndOneThatIsGoneStaysGone() {
    List<LesionMeasurement> rows =
        follow(List.of(at(20, 8), at(68, 8)), List.of(at(20, 8), at(44, 8)), 6);
    assertThat(rows).extracting(LesionMeasurement::lesion).containsExactly("L1", "L2", "N1");
    assertThat(rows.get(1).uptake()).isEmpty();
    assertThat(rows.get(1).siteSuvBwMax().orElseThrow()).isEqualTo(1);
  }

  private static Voi union(Voi a, Voi b) {
    return new Voi(
        GRID,
        IntStream.concat(Arrays.stream(a.voxels()), Arrays.stream(b.voxels()))
            .sorted()
            .distinct()
            .toArray());
  }

  @Test
  void aVoiCarriedNowhereIsItself() {
    Voi voi = ball(GRID, new Point3(40, 40, 40), 11);
    RigidTransform still = RigidTransform.identity(new Point3(0, 0, 0));
    assertThat(SiteCarrier.carry(voi, still, GRID).orElseThrow().voxels()).isEqualTo(voi.voxels());
  }

  @Test
  void aVoiOnFinerVoxelsHasNoStepsAndItsVolume() {
    Point3 centre = new Point3(41, 39.5, 38);
    Voi voi = ball(GRID, centre, 13);
    Geometry fine = Geometry.axial(120, 120, 120, new Point3(-20, -20, -20), new Point3(1, 1, 1));
    RigidTransform turned = new RigidTransform(centre, 0.2, -0.1, 0.3, new Point3(2.3, -1.7, 4.1));
    Voi site = SiteCarrier.carry(voi, turned, fine).orElseThrow();
    Voi real = ball(fine, turned.apply(centre), 13);
    assertThat(overlap(site, real))
        .isGreaterThan(0.92)
        .isGreaterThan(overlap(byNearestVoxel(voi, turned, fine), real) + 0.01);
    assertThat(site.ml()).isBetween(0.93 * voi.ml(), 1.03 * voi.ml());
  }

  /** Twice what both share by the sum of both (Dice 1945). */
  private static double overlap(Voi a, Voi b) {
    long both = Arrays.stream(a.voxels()).filter(b::contains).count();
    return 2.0 * both / (a.size() + b.size());
  }

  private static Voi byNearestVoxel(Voi voi, RigidTransform transform, Geometry target) {
    return new Voi(
        target,
        IntStream.range(0, (int) target.voxels())
            .filter(
                i -> {
                  Point3 p = transform.inverse(Extent.centre(target, i));
                  VoxelPoint v = voi.geometry().toVoxel(p);
                  int x = (int) Math.round(v.column());
                  int y = (int) Math.round(v.row());
                  int z = (int) Math.round(v.slice());
                  return voi.geometry().contains(x, y, z)
                      && voi.contains(voi.geometry().index(x, y, z));
                })
            .toArray());
  }
}
