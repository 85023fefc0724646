package org.ranklens.pet.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.pet.dicom.CtProtocol;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.Physiological.Organ;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;

/** What takes up in health beside what doesn't, in a body of simple shapes on 4 mm voxels. */
class OrganRulesTest {

  /** An ellipsoid painted over what is there. */
  private record Ball(Point3 c, Point3 r, double hu, double suv) {
    boolean holds(Point3 p) {
      double x = (p.xMm() - c.xMm()) / r.xMm();
      double y = (p.yMm() - c.yMm()) / r.yMm();
      double z = (p.zMm() - c.zMm()) / r.zMm();
      return x * x + y * y + z * z <= 1;
    }
  }

  private final List<Ball> balls = new ArrayList<>();
  private double marrow = 0.9;

  /** Whether the PET has the resolution of a scanner, 6 mm. */
  private boolean blurred;

  /** How far the body lies askew: its head to the left, about the middle of the lungs. */
  private double askewDegrees;

  private OrganRulesTest ball(
      double x, double y, double z, double rx, double ry, double rz, double hu, double suv) {
    balls.add(new Ball(new Point3(x, y, z), new Point3(rx, ry, rz), hu, suv));
    return this;
  }

  private double[] at(Point3 p) {
    double[] v = {-1000, 0};
    boolean trunk = p.zMm() < 150 && Math.hypot(p.xMm() / 165, p.yMm() / 110) <= 1;
    boolean neck = p.zMm() >= 150 && Math.hypot(p.xMm(), p.yMm()) <= 80;
    boolean arm = Math.hypot(Math.abs(p.xMm()) - 215, p.yMm()) <= 34 && p.zMm() < 60;
    if (trunk || neck || arm) {
      v = new double[] {50, 0.6};
    }
    boolean back = p.zMm() < 150 && Math.hypot(p.xMm(), p.yMm() - 60) <= 17;
    boolean nape = p.zMm() >= 150 && Math.hypot(p.xMm(), p.yMm() - 40) <= 12;
    if (back || nape) {
      v = new double[] {260, marrow};
    }
    for (int side = -1; side <= 1; side += 2) {
      if (new Ball(new Point3(side * 80, 10, 60), new Point3(50, 70, 70), 0, 0).holds(p)) {
        v = new double[] {-800, 0.4};
      }
      if (Math.hypot(p.xMm() - side * 88, p.yMm()) <= 30 && p.zMm() < -330) {
        v = new double[] {400, 0.7};
      }
    }
    for (Ball ball : balls) {
      if (ball.holds(p)) {
        v = new double[] {ball.hu, ball.suv};
      }
    }
    return v;
  }

  private Point3 straight(Point3 p) {
    double a = Math.toRadians(askewDegrees);
    double z = p.zMm() - 60;
    return new Point3(
        p.xMm() * Math.cos(a) - z * Math.sin(a),
        p.yMm(),
        60 + p.xMm() * Math.sin(a) + z * Math.cos(a));
  }

  private FoundLesions find(double bottom, double top) {
    return LesionFinder.find(scan(bottom, top), LesionSettings.defaults(), List.of());
  }

  private Scan scan(double bottom, double top) {
    Geometry grid =
        Geometry.axial(
            126,
            58,
            (int) ((top - bottom) / 4),
            new Point3(-250, -114, bottom),
            new Point3(4, 4, 4));
    float[] suv = new float[(int) grid.voxels()];
    short[] hu = new short[suv.length];
    for (int i = 0; i < suv.length; i++) {
      double[] v = at(straight(Extent.centre(grid, i)));
      hu[i] = (short) v[0];
      suv[i] = (float) v[1];
    }
    float[] seen = blurred ? Smoothing.gaussian(suv, grid, 6 / 2.355) : suv;
    return new Scan(
        new SuvVolume(grid, seen, BodyFactors.unknown()),
        Optional.of(new CtVolume(grid, hu, CtProtocol.unknown())));
  }

  private static List<Organ> organs(FoundLesions found) {
    return found.physiological().stream().map(Physiological::organ).sorted().toList();
  }

  @Test
  void glandsHaveATwinAndALesionOfTheNeckHasNone() {
    ball(-45, -20, 240, 12, 14, 18, 20, 5).ball(45, -20, 240, 12, 14, 18, 20, 5.5);
    ball(-34, 0, 205, 10, 10, 10, 45, 6);
    FoundLesions found = find(-100, 300);
    assertThat(organs(found)).containsExactly(Organ.GLAND, Organ.GLAND);
    assertThat(found.lesions())
        .singleElement()
        .satisfies(l -> assertThat(l.voi().centre().zMm()).isBetween(203.0, 207.0));
  }

  @Test
  void kidneysFullOfContrastAgentArePairedAndADenseMassIsNot() {
    ball(-62, 30, -110, 24, 22, 50, 190, 5).ball(62, 30, -114, 24, 22, 50, 200, 5);
    assertThat(organs(find(-220, 200))).containsExactly(Organ.KIDNEY, Organ.KIDNEY);
    balls.remove(1);
    assertThat(find(-220, 200).lesions()).hasSize(1);
  }

  @Test
  void aHotBladderIsToldBetweenTheHipsWithoutLungsInView() {
    ball(2, -40, -380, 34, 30, 28, 6, 20).ball(-70, -55, -300, 14, 14, 14, 12, 8);
    FoundLesions found = find(-440, -240);
    assertThat(organs(found)).containsExactly(Organ.BLADDER);
    assertThat(found.physiological().get(0).rule()).contains("between the hips", "please check");
    assertThat(found.lesions()).hasSize(1);
  }

  @Test
  void tracerBesideAVeinOfTheArmIsNoLesionButAWarmMassOfTheArmIs() {
    ball(215, -12, -60, 8, 8, 14, 20, 40).ball(-215, -10, -60, 12, 12, 14, 40, 7);
    FoundLesions found = find(-160, 200);
    assertThat(organs(found)).containsExactly(Organ.INJECTION_SITE);
    assertThat(found.lesions())
        .singleElement()
        .satisfies(l -> assertThat(l.voi().centre().xMm()).isNegative());
  }

  @Test
  void inMarrowThatIsHotEverywhereOnlyWhatStandsOutIsALesion() {
    marrow = 3.4;
    ball(0, 60, -40, 14, 14, 12, 90, 9);
    FoundLesions found = find(-220, 260);
    assertThat(organs(found)).containsExactly(Organ.MARROW);
    assertThat(found.lesions())
        .singleElement()
        .satisfies(l -> assertThat(l.voi().centre().zMm()).isBetween(-44.0, -36.0));
  }

  /**
   * A lytic lesion is no bone, but lies in bone; warm tissue is a third of what is around the node.
   */
  @Test
  void hotMarrowIsTheBackgroundOfWhatLiesInBoneNotOfANodeElsewhere() {
    blurred = true;
    marrow = 3.4;
    ball(70, -70, -174, 32, 32, 32, 50, 1.6).ball(70, -70, -150, 12, 12, 12, 45, 4);
    ball(0, 60, -40, 12, 12, 12, 90, 6.5);
    Scan scan = scan(-220, 260);
    Optional<HotMarrow> hot = HotMarrow.of(scan, LesionSettings.defaults(), 3);
    assertThat(hot).isPresent();
    assertThat(voi(scan, new Point3(70, -70, -150), hot).size())
        .isEqualTo(voi(scan, new Point3(70, -70, -150), Optional.empty()).size());
    assertThat(voi(scan, new Point3(0, 60, -40), hot).size())
        .isLessThan(voi(scan, new Point3(0, 60, -40), Optional.empty()).size());
  }

  private static Voi voi(Scan scan, Point3 centre, Optional<HotMarrow> marrow) {
    float[] suv = scan.suv().suvBw();
    Geometry grid = scan.suv().geometry();
    Voi seed = ballVoi(grid, centre, 9);
    return new Delineation(suv, grid, new boolean[suv.length], LesionSettings.defaults(), marrow)
        .voi(seed.voxels());
  }

  /** Nothing beside the spine takes up what blood does; a liver between the lungs is no vessel. */
  @Test
  void aWarmLiverIsNoAortaWhereNoVesselLiesBesideTheSpine() {
    blurred = true;
    ball(-75, -20, -10, 70, 70, 60, 58, 2.1);
    assertThat(find(-220, 260).references())
        .extracting(ReferenceRegion::tissue)
        .containsExactly(ReferenceRegion.Tissue.LIVER);
  }

  @Test
  void manyBonesOfUnevenUptakeAreDiseaseNotMarrow() {
    for (int k = 0; k < 9; k++) {
      ball(0, 60, -200 + 50 * k, 15, 15, 18, 120, 5 + k);
    }
    FoundLesions found = find(-220, 260);
    assertThat(organs(found)).isEmpty();
    assertThat(found.lesions()).hasSizeGreaterThan(5);
  }

  private OrganRulesTest heart(double bloodHu, double muscleHu) {
    return ball(26, -32, 14, 48, 44, 50, bloodHu, 1.5)
        .ball(38, -34, 8, 34, 32, 40, muscleHu, 5)
        .ball(36, -34, 14, 22, 20, 30, bloodHu, 1.5);
  }

  @ParameterizedTest
  @CsvSource({"42, 46", "190, 115", "250, 120"})
  void aHeartIsHollowWithAndWithoutContrastAgentAndANodeBesideItStays(
      double bloodHu, double muscleHu) {
    heart(bloodHu, muscleHu).ball(-22, -36, 24, 12, 12, 12, 60, 9);
    FoundLesions found = find(-160, 200);
    assertThat(organs(found)).containsExactly(Organ.HEART);
    assertThat(found.lesions())
        .singleElement()
        .satisfies(l -> assertThat(l.voi().centre().xMm()).isBetween(-26.0, -18.0));
  }

  @ParameterizedTest
  @CsvSource({"84, 10, 50, 45", "100, -20, 44, 100", "60, 40, 20, 50"})
  void aFullMassInTheLeftLungIsNoHeart(double x, double y, double z, double hu) {
    heart(42, 46).ball(x, y, z, 24, 24, 24, hu, 9);
    FoundLesions found = find(-160, 200);
    assertThat(organs(found)).containsOnly(Organ.HEART);
    assertThat(found.lesions()).hasSize(1);
    balls.subList(0, 3).clear();
    assertThat(find(-160, 200).lesions()).hasSize(1);
  }

  @Test
  void theLowerEndOfAKidneyAtTheUpperEndOfTheViewIsNoLesionButANodeThereIs() {
    ball(-62, 40, -110, 24, 22, 50, 34, 5).ball(-16, 5, -134, 12, 12, 12, 45, 7);
    ball(62, 10, -200, 14, 14, 14, 45, 7);
    FoundLesions found = find(-420, -130);
    assertThat(organs(found)).containsExactly(Organ.KIDNEY);
    assertThat(found.physiological().get(0).rule()).contains("cut off", "please check");
    assertThat(found.lesions()).hasSize(2);
  }

  @Test
  void tracerBesideTheBoneOfAnArmIsNoLesionButAHotMetastasisInItIs() {
    ball(215, 0, -60, 12, 12, 90, 700, 0.6).ball(215, -24, -60, 9, 9, 14, 20, 40);
    assertThat(organs(find(-160, 200))).containsExactly(Organ.INJECTION_SITE);
    balls.remove(1);
    ball(215, 0, -60, 8, 8, 14, 50, 40);
    FoundLesions found = find(-160, 200);
    assertThat(organs(found)).isEmpty();
    assertThat(found.lesions()).hasSize(1);
  }

  @Test
  void hotMarrowIsToldThoughThereIsNoneBetweenTwoVertebrae() {
    marrow = 3.6;
    for (double z = -210; z < 140; z += 32) {
      ball(0, 60, z, 20, 20, 6, 80, 1.1);
    }
    FoundLesions found = find(-220, 260);
    assertThat(organs(found)).containsExactly(Organ.MARROW);
    assertThat(found.lesions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-396, -240", "-440, -366"})
  void aBladderCutOffByAnEndOfTheViewIsToldAndANodeBesideItStays(double bottom, double top) {
    double inView = bottom > -400 ? -388 : -374;
    ball(2, -40, -380, 34, 30, 28, 6, 20).ball(-50, 0, inView, 14, 14, 12, 45, 8);
    FoundLesions found = find(bottom, top);
    assertThat(organs(found)).containsExactly(Organ.BLADDER);
    assertThat(found.lesions())
        .singleElement()
        .satisfies(l -> assertThat(l.voi().centre().xMm()).isBetween(-54.0, -46.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 14, -14})
  void brownFatHasATwinAlsoInABodyThatLiesAskewAndALesionInFatHasNone(double degrees) {
    askewDegrees = degrees;
    for (int side = -1; side <= 1; side += 2) {
      ball(side * 100, 40, 130, 50, 12, 10, 600, 0.7);
      ball(side * 62, 2, 140, 26, 26, 15, -95, 0.4).ball(side * 62, 2, 140, 15, 15, 9, -80, 8);
    }
    ball(-100, -70, 20, 24, 24, 24, -95, 0.4).ball(-100, -70, 20, 13, 13, 12, -60, 8);
    FoundLesions found = find(-220, 300);
    assertThat(organs(found)).containsExactly(Organ.BROWN_FAT, Organ.BROWN_FAT);
    assertThat(found.lesions()).hasSize(1);
  }

  @Test
  void aSiteInHotMarrowTakesUpOnlyWhereItStandsOutFromTheMarrow() {
    marrow = 3.6;
    ball(0, 60, -40, 14, 14, 12, 640, 0.7);
    Scan gone = scan(-220, 260);
    FoundLesions found = LesionFinder.find(gone, LesionSettings.defaults(), List.of());
    Voi site = ballVoi(gone.suv().geometry(), new Point3(0, 60, -40), 15);
    assertThat(new Residual(gone, found, LesionSettings.defaults()).find(site)).isEmpty();
    ball(0, 60, -40, 14, 14, 12, 640, 7);
    Scan hot = scan(-220, 260);
    FoundLesions none =
        new FoundLesions(
            List.of(), found.physiological(), List.of(), found.thresholdSuvBw(), "", List.of());
    assertThat(new Residual(hot, none, LesionSettings.defaults()).find(site)).isPresent();
  }

  @Test
  void lesionsBesideOrgansAreNotLostToThemInABlurredPet() {
    blurred = true;
    heart(190, 115).ball(-20, -48, 34, 11, 11, 11, 60, 8);
    ball(-62, 30, -110, 24, 22, 50, 34, 5).ball(62, 30, -114, 24, 22, 50, 34, 5);
    ball(14, 58, -112, 12, 12, 11, 90, 7);
    ball(2, -40, -380, 34, 30, 28, 6, 20).ball(62, -6, -376, 11, 11, 11, 300, 7);
    FoundLesions found = find(-440, 200);
    assertThat(organs(found))
        .containsExactly(Organ.HEART, Organ.KIDNEY, Organ.KIDNEY, Organ.BLADDER);
    double[] x =
        found.lesions().stream().mapToDouble(l -> l.voi().centre().xMm()).sorted().toArray();
    assertThat(x).hasSize(3);
    assertThat(x).containsExactly(new double[] {-20, 14, 62}, within(4.0));
  }

  private static Voi ballVoi(Geometry grid, Point3 centre, double radius) {
    return new Voi(
        grid,
        IntStream.range(0, (int) grid.voxels())
            .filter(i -> Extent.centre(grid, i).distanceTo(centre) <= radius)
            .toArray());
  }
}
