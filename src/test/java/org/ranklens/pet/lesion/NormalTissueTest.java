package org.ranklens.pet.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;

/** Where liver and aorta are measured in a trunk of simple shapes that the view cuts anywhere. */
class NormalTissueTest {

  private static final double MM = 4;
  private static final Point3 LIVER = new Point3(-75, -20, -50);
  private static final Point3 LIVER_RADII = new Point3(74, 78, 75);
  private static final double[] WHOLE = {-184, 184, -124, 124, -260, 140};

  private static boolean ellipsoid(Point3 p, Point3 c, double rx, double ry, double rz) {
    double x = (p.xMm() - c.xMm()) / rx;
    double y = (p.yMm() - c.yMm()) / ry;
    double z = (p.zMm() - c.zMm()) / rz;
    return x * x + y * y + z * z <= 1;
  }

  private static boolean liver(Point3 p) {
    return ellipsoid(p, LIVER, LIVER_RADII.xMm(), LIVER_RADII.yMm(), LIVER_RADII.zMm()) && !lung(p);
  }

  private static boolean lung(Point3 p) {
    return ellipsoid(p, new Point3(-80, 30, 60), 50, 60, 110)
        || ellipsoid(p, new Point3(85, 10, 40), 50, 70, 130);
  }

  private static boolean spine(Point3 p) {
    return Math.hypot(p.xMm(), p.yMm() - 60) <= 18;
  }

  private static boolean aorta(Point3 p) {
    return Math.hypot(p.xMm() - 22, p.yMm() - 28) <= 12;
  }

  private static double hu(Point3 p) {
    if (Math.hypot(p.xMm() / 170, p.yMm() / 112) > 1) {
      return -1000;
    }
    return spine(p) ? 300 : aorta(p) ? 45 : lung(p) ? -800 : liver(p) ? 58 : 50;
  }

  private static double suv(Point3 p) {
    if (Math.hypot(p.xMm() / 170, p.yMm() / 112) > 1) {
      return 0;
    }
    return spine(p) ? 1 : aorta(p) ? 1.6 : lung(p) ? 0.4 : liver(p) ? 2.1 : 0.6;
  }

  /** Returns a grid whose voxels fill a box. */
  private static Geometry grid(double[] box) {
    return Geometry.axial(
        (int) Math.round((box[1] - box[0]) / MM),
        (int) Math.round((box[3] - box[2]) / MM),
        (int) Math.round((box[5] - box[4]) / MM),
        new Point3(box[0] + MM / 2, box[2] + MM / 2, box[4] + MM / 2),
        new Point3(MM, MM, MM));
  }

  private static Scan scan(double[] petBox, double[] ctBox) {
    return scan(petBox, ctBox, NormalTissueTest::suv, NormalTissueTest::hu);
  }

  private static Scan scan(
      double[] petBox,
      double[] ctBox,
      ToDoubleFunction<Point3> suvAt,
      ToDoubleFunction<Point3> huAt) {
    Geometry pet = grid(petBox);
    float[] suv = new float[(int) pet.voxels()];
    for (int i = 0; i < suv.length; i++) {
      suv[i] = (float) suvAt.applyAsDouble(Extent.centre(pet, i));
    }
    Geometry ct = grid(ctBox);
    short[] hu = new short[(int) ct.voxels()];
    for (int i = 0; i < hu.length; i++) {
      hu[i] = (short) huAt.applyAsDouble(Extent.centre(ct, i));
    }
    return new Scan(
        new SuvVolume(pet, suv, BodyFactors.unknown()),
        Optional.of(new CtVolume(ct, hu, CtProtocol.unknown())));
  }

  private static double[] cut(int side, double mm) {
    double[] box = WHOLE.clone();
    box[side] = mm;
    return box;
  }

  private static NormalTissue find(double[] pet, double[] ct) {
    return NormalTissue.of(scan(pet, ct), List.of());
  }

  /** Points all over the sphere or the cylinder. */
  private static void assertWhollyIn(
      ReferenceRegion region, double[] box, Predicate<Point3> tissue) {
    ReferenceShape shape =
        region.tissue() == ReferenceRegion.Tissue.LIVER
            ? ReferenceShape.liverSphere()
            : ReferenceShape.aortaCylinder();
    for (double x = -15; x <= 15; x++) {
      for (double y = -15; y <= 15; y++) {
        for (double z = -15; z <= 15; z++) {
          Point3 d = new Point3(x, y, z);
          Point3 p = region.centre().plus(d);
          if (shape.holds(d)) {
            assertThat(p.xMm()).isBetween(box[0], box[1]);
            assertThat(p.yMm()).isBetween(box[2], box[3]);
            assertThat(p.zMm()).isBetween(box[4], box[5]);
            assertThat(tissue.test(p)).as("%s is tissue", p).isTrue();
          }
        }
      }
    }
  }

  /** Deeper than 8 mm it holds 1.6 l, the liver 0.9; it is joined to the aorta, which goes up. */
  @Test
  void aBowelLargerThanTheLiverIsNoLiver() {
    Predicate<Point3> bowel = p -> ellipsoid(p, new Point3(-40, -30, -225), 130, 75, 70);
    Scan scan =
        scan(
            WHOLE,
            WHOLE,
            p -> bowel.test(p) && suv(p) > 0 ? 1.1 : suv(p),
            p -> bowel.test(p) && hu(p) > -1000 ? 28 : hu(p));
    ReferenceRegion liver =
        NormalTissue.of(scan, List.of()).of(ReferenceRegion.Tissue.LIVER).orElseThrow();
    assertWhollyIn(liver, WHOLE, NormalTissueTest::liver);
    assertThat(liver.suvBwMean()).isCloseTo(2.1, within(1e-5));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "uncut, 4, -260",
    "at the bottom, 4, -60",
    "nearly through at the bottom, 4, -20",
    "at the top, 5, -10",
    "at the right side, 0, -100",
    "at the front, 2, -40"
  })
  void theSphereLiesWhollyWithinLiverAndView(String where, int side, double mm) {
    double[] view = cut(side, mm);
    for (boolean petToo : new boolean[] {true, false}) {
      NormalTissue normal = find(petToo ? view : WHOLE, view);
      ReferenceRegion liver = normal.of(ReferenceRegion.Tissue.LIVER).orElseThrow();
      assertWhollyIn(liver, view, NormalTissueTest::liver);
      assertThat(liver.suvBwMean()).isCloseTo(2.1, within(1e-5));
      assertThat(liver.suvBwSd()).isLessThan(1e-5);
    }
  }

  @Test
  void whereTheViewLeavesNoRoomForTheSphereTheAortaServesAndItIsTold() {
    // 24 mm of the liver's dome are in view: no sphere of 30 mm.
    NormalTissue normal = find(cut(4, 0), cut(4, 0));
    assertThat(normal.of(ReferenceRegion.Tissue.LIVER)).isEmpty();
    ReferenceRegion aorta = normal.of(ReferenceRegion.Tissue.AORTA).orElseThrow();
    assertWhollyIn(aorta, cut(4, 0), NormalTissueTest::aorta);
    assertThat(aorta.suvBwMean()).isCloseTo(1.6, within(1e-5));
    Threshold threshold = Threshold.of(normal, LesionSettings.defaults());
    assertThat(threshold.suvBw()).isCloseTo(2 * 1.6, within(1e-4));
    assertThat(threshold.warnings()).singleElement().asString().contains("aorta");
  }

  @Test
  void withoutLungsNeitherIsLookedForAndItIsTold() {
    NormalTissue normal = find(cut(5, -180), cut(5, -180));
    assertThat(normal.regions()).isEmpty();
    assertThat(Threshold.of(normal, LesionSettings.defaults()).warnings())
        .singleElement()
        .asString()
        .contains("without lungs in view", "fixed threshold");
  }

  @Test
  void theUsersPlacesAreUsedAndToldUnlessTheyReachBeyondThePet() {
    double[] view = cut(5, -20);
    LesionCorrection liver = at(LesionCorrection.Action.LIVER, -70, -20, -60);
    LesionCorrection half = at(LesionCorrection.Action.LIVER, -70, -20, -30);
    LesionCorrection aorta = at(LesionCorrection.Action.AORTA, 22, 28, -31);
    NormalTissue normal = NormalTissue.of(scan(view, view), List.of(half, liver, aorta));
    assertThat(normal.regions())
        .extracting(ReferenceRegion::centre)
        .containsExactly(liver.point(), aorta.point());
    assertThat(normal.warnings())
        .satisfiesExactly(
            w -> assertThat(w).contains("liver lies partly outside the PET"),
            w -> assertThat(w).contains("liver was measured where the names file puts it"),
            w -> assertThat(w).contains("aorta was measured where"));
    // By hand: the sphere's top is 15 mm above its middle, the volume's edge lies at -20.
    Geometry pet = grid(view);
    assertThat(ReferenceShape.liverSphere().fits(pet, new Point3(0, 0, -35))).isTrue();
    assertThat(ReferenceShape.liverSphere().fits(pet, new Point3(0, 0, -34.9))).isFalse();
    assertThat(ReferenceShape.aortaCylinder().fits(pet, new Point3(-179, 0, -30))).isTrue();
    assertThat(ReferenceShape.aortaCylinder().fits(pet, new Point3(-179.1, 0, -30))).isFalse();
  }

  private static LesionCorrection at(LesionCorrection.Action what, double x, double y, double z) {
    return new LesionCorrection("", what, "", new Point3(x, y, z));
  }

  @Test
  void peakSpheresAtTheBorderTakeTheVoxelsThereAre() {
    Geometry grid = Geometry.axial(9, 9, 9, new Point3(0, 0, 0), new Point3(4, 4, 4));
    float[] values = new float[729];
    values[0] = 8;
    values[1] = 4;
    // By hand: within 6.2 mm of a corner lie itself, 3 neighbours by a face and 3 by an edge
    // (5.66 mm); the sphere of a voxel inside holds 1 + 6 + 12.
    assertThat(new PeakSphere(grid).mean(values, 0)).isCloseTo(12.0 / 7, within(1e-6));
    values[grid.index(4, 4, 4)] = 19;
    assertThat(new PeakSphere(grid).mean(values, grid.index(4, 4, 4))).isCloseTo(1, within(1e-6));
  }

  @Test
  void depthEndsAtTheEdgeOfTheGrid() {
    Geometry grid = Geometry.axial(5, 9, 9, new Point3(0, 0, 0), new Point3(2, 3, 4));
    boolean[] all = new boolean[405];
    java.util.Arrays.fill(all, true);
    float[] depth = DistanceMap.depth(all, grid);
    assertThat(depth[grid.index(2, 4, 4)]).isEqualTo(6);
    assertThat(depth[grid.index(4, 4, 4)]).isEqualTo(2);
    all[grid.index(2, 4, 5)] = false;
    assertThat(DistanceMap.depth(all, grid)[grid.index(2, 4, 4)]).isEqualTo(4);
  }
}
