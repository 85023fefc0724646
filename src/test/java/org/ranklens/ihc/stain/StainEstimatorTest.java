package org.ranklens.ihc.stain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.ihc.slide.RgbImage;

class StainEstimatorTest {

  private static final StainVector EOSIN = new StainVector(0.072, 0.990, 0.105);

  @ParameterizedTest
  @CsvSource({"0", "4", "-4"})
  void findsTheVectorsThatAnImageWasMadeWith(double turnDegrees) {
    StainMatrix made = turned(turnDegrees);

    StainEstimate estimate = estimate(image(made.hematoxylin(), made.dab()));

    assertThat(estimate.source()).isEqualTo(VectorSource.ESTIMATED);
    assertThat(estimate.stains().hematoxylin().degreesTo(made.hematoxylin())).isLessThan(1.5);
    assertThat(estimate.stains().dab().degreesTo(made.dab())).isLessThan(1.5);
    assertThat(estimate.white().red()).isCloseTo(240, within(3.0));
    assertThat(estimate.warnings()).isEmpty();
  }

  /** Real Ki-67 fields measure such stains, 19 and 10 degrees from Ruifrok's. */
  @Test
  void findsAGreyerHaematoxylin() {
    StainVector grey = new StainVector(0.43, 0.72, 0.55);

    StainEstimate estimate = estimate(image(grey, new StainVector(0.19, 0.44, 0.88)));

    assertThat(estimate.source()).isEqualTo(VectorSource.ESTIMATED);
    assertThat(estimate.stains().hematoxylin().degreesTo(grey)).isLessThan(2.0);
    assertThat(estimate.warnings()).isEmpty();
  }

  /**
   * Where a nucleus is seen through its cell's DAB, weak DAB lies over much haematoxylin: that is
   * not a sign of a turned vector (a percentile of all pixels turned it by 2.1 degrees here).
   */
  @Test
  void nucleiUnderDabDoNotTurnItsVector() {
    StainMatrix made = StainMatrix.ruifrok();

    StainEstimate estimate = estimate(cells(made));

    assertThat(estimate.stains().dab().degreesTo(made.dab())).isLessThan(1.0);
  }

  /**
   * Stains as six fields of a pale laboratory measure; few pixels of such a field are denser than
   * 0.3, and those are DAB.
   */
  @Test
  void findsThePaleCounterstainOfASmallFieldBesideBlackDab() {
    StainVector h = new StainVector(0.80, 0.55, 0.22);
    StainVector dab = new StainVector(0.25, 0.50, 0.83);

    StainEstimate estimate = estimate(paleField(h, dab));

    assertThat(estimate.source()).isEqualTo(VectorSource.ESTIMATED);
    assertThat(estimate.stains().hematoxylin().degreesTo(h)).isLessThan(3.0);
    assertThat(estimate.stains().dab().degreesTo(dab)).isLessThan(3.0);
  }

  /** Nearly all dense pixels hold DAB here, and tell nothing of haematoxylin. */
  @Test
  void aPaleCounterstainIsToldByTheBluePixelsBesideMuchDenseDab() {
    StainMatrix made =
        new StainMatrix(new StainVector(0.80, 0.55, 0.22), StainMatrix.ruifrok().dab());
    RgbImage image = paleCells(made, 0.2);

    StainEstimate estimate = estimate(image);
    StainEstimate dense = estimate(image, HematoxylinLook.DENSE);

    assertThat(estimate.source()).isEqualTo(VectorSource.ESTIMATED);
    assertThat(estimate.stains().hematoxylin().degreesTo(made.hematoxylin())).isLessThan(3.0);
    assertThat(dense.stains().hematoxylin().degreesTo(made.hematoxylin())).isGreaterThan(10.0);
  }

  /** Pure nuclei of 0.2 for the 0.5 from which on a counterstain is taken as it is. */
  @Test
  void aPaleCounterstainIsScaledAndAUsualOneIsNot() {
    StainMatrix made = StainMatrix.ruifrok();

    assertThat(estimate(paleCells(made, 0.2)).hematoxylinGain()).isCloseTo(2.5, within(0.4));
    assertThat(estimate(paleCells(made, 0.6)).hematoxylinGain()).isEqualTo(1);
  }

  @Test
  void tooFewStainedPixelsAreWarnedOf() {
    byte[] rgb = new byte[3 * 60 * 60];
    for (int p = 0; p < 60 * 60; p++) {
      mix(rgb, p, StainMatrix.ruifrok().hematoxylin(), p < 600 ? 0.5 : 0, EOSIN, 0);
    }

    StainEstimate estimate = estimate(new RgbImage(60, 60, rgb));

    assertThat(estimate.source()).isEqualTo(VectorSource.TOO_FEW_PIXELS);
    assertThat(estimate.warnings())
        .anySatisfy(warning -> assertThat(warning).contains("fewer than 2000 stained pixels"));
  }

  @Test
  void tellsTheMeasuredVectorsWhereTheColoursAreThoseOfEosin() {
    StainMatrix given = StainMatrix.ruifrok();

    StainEstimate estimate = estimate(image(given.hematoxylin(), EOSIN));

    assertThat(estimate.stains()).isEqualTo(given);
    assertThat(estimate.warnings())
        .singleElement()
        .asString()
        .contains("haematoxylin and eosin, not haematoxylin and DAB", "measured (");
    assertThat(estimate.scorable()).isFalse();
  }

  @Test
  void deconvolutionReturnsTheDensitiesThatWereMixed() {
    StainMatrix stains = StainMatrix.ruifrok();
    StainEstimate estimate =
        new StainEstimate(new WhitePoint(240, 240, 240), stains, VectorSource.GIVEN, List.of());
    byte[] rgb = new byte[3 * 4];
    for (int p = 0; p < 4; p++) {
      mix(rgb, p, stains.hematoxylin(), 0.3, stains.dab(), 0.5);
    }

    StainImages whole = new ColourDeconvolution(estimate, 1).deconvolve(new RgbImage(2, 2, rgb));
    StainImages binned = new ColourDeconvolution(estimate, 2).deconvolve(new RgbImage(2, 2, rgb));

    assertThat(whole.hematoxylinOd()[3]).isCloseTo(0.3f, within(0.005f));
    assertThat(whole.dabOd()[3]).isCloseTo(0.5f, within(0.005f));
    assertThat(whole.residualOd()[3]).isCloseTo(0f, within(0.005f));
    assertThat(binned.dabOd()).hasSize(1);
    assertThat(binned.dabOd()[0]).isCloseTo(whole.dabOd()[0], within(1e-6f));
  }

  @Test
  void blackIsDenseButNotInfinite() {
    StainEstimate estimate =
        new StainEstimate(
            new WhitePoint(240, 240, 240), StainMatrix.ruifrok(), VectorSource.GIVEN, List.of());

    StainImages black =
        new ColourDeconvolution(estimate, 1).deconvolve(new RgbImage(1, 1, new byte[3]));

    assertThat(black.dabOd()[0]).isBetween(0f, 5f);
  }

  @Test
  void refusesVectorsThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new StainVector(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new StainVector(0.5, -0.1, 0.5));
    StainVector same = new StainVector(0.6, 0.7, 0.3);
    assertThatIllegalArgumentException().isThrownBy(() -> new StainMatrix(same, same));
  }

  private static StainEstimate estimate(RgbImage image) {
    return estimate(image, HematoxylinLook.BLUE);
  }

  private static StainEstimate estimate(RgbImage image, HematoxylinLook look) {
    return StainEstimator.of(
            List.of(image), new GlassEvidence(image, image), StainSettings.defaults())
        .estimate(look);
  }

  /** Turns both vectors towards blue by about as many degrees. */
  private static StainMatrix turned(double degrees) {
    double by = Math.toRadians(degrees);
    StainMatrix r = StainMatrix.ruifrok();
    return new StainMatrix(
        new StainVector(
            r.hematoxylin().red(), r.hematoxylin().green(), r.hematoxylin().blue() + by),
        new StainVector(r.dab().red() - by, r.dab().green(), r.dab().blue()));
  }

  /** A fifth glass, two fifths counterstain, two fifths the other stain over a little of it. */
  private static RgbImage image(StainVector h, StainVector other) {
    int edge = 300;
    byte[] rgb = new byte[3 * edge * edge];
    Random random = new Random(5);
    for (int p = 0; p < edge * edge; p++) {
      int part = p / edge / (edge / 5);
      if (part == 0) {
        mix(rgb, p, h, 0, other, 0);
      } else if (part < 3) {
        mix(rgb, p, h, 0.35 + 0.4 * random.nextDouble(), other, 0);
      } else {
        mix(rgb, p, h, 0.1, other, 0.2 + 0.8 * random.nextDouble());
      }
    }
    return new RgbImage(edge, edge, rgb);
  }

  /** 128 um: a fifth glass, pale nuclei, a twelfth black DAB. */
  private static RgbImage paleField(StainVector h, StainVector dab) {
    int edge = 128;
    byte[] rgb = new byte[3 * edge * edge];
    Random random = new Random(7);
    for (int p = 0; p < edge * edge; p++) {
      int part = p / edge / (edge / 12);
      if (part < 2) {
        mix(rgb, p, h, 0, dab, 0);
      } else if (part < 11) {
        mix(rgb, p, h, 0.05 + 0.2 * random.nextDouble(), dab, 0);
      } else {
        mix(rgb, p, h, 0.1, dab, 0.6 + random.nextDouble());
      }
    }
    return new RgbImage(edge, edge, rgb);
  }

  /**
   * A fifth glass, a fifth nuclei of a density up to the one told, the rest DAB over half of it.
   */
  private static RgbImage paleCells(StainMatrix stains, double density) {
    int edge = 300;
    byte[] rgb = new byte[3 * edge * edge];
    Random random = new Random(8);
    for (int p = 0; p < edge * edge; p++) {
      int part = p / edge / (edge / 5);
      double own = density * (0.7 + 0.3 * random.nextDouble());
      if (part == 0) {
        mix(rgb, p, stains.hematoxylin(), 0, stains.dab(), 0);
      } else if (part == 1) {
        mix(rgb, p, stains.hematoxylin(), own, stains.dab(), 0);
      } else {
        mix(rgb, p, stains.hematoxylin(), own / 2, stains.dab(), 0.2 + 0.8 * random.nextDouble());
      }
    }
    return new RgbImage(edge, edge, rgb);
  }

  /** Cells of 20 um with a nucleus of 10 um whose rim is blurred, in five strengths of stain. */
  private static RgbImage cells(StainMatrix stains) {
    int edge = 400;
    byte[] rgb = new byte[3 * edge * edge];
    double[] strengths = {0, 0.25, 0.35, 0.5, 0.75};
    Random random = new Random(6);
    double[] dab = new double[(edge / 20) * (edge / 20)];
    Arrays.setAll(dab, i -> strengths[random.nextInt(strengths.length)]);
    for (int p = 0; p < edge * edge; p++) {
      int x = p % edge;
      int y = p / edge;
      if (y < 20) {
        mix(rgb, p, stains.hematoxylin(), 0, stains.dab(), 0);
        continue;
      }
      double fromCentre = Math.hypot(x % 20 - 9.5, y % 20 - 9.5);
      double nucleus = Math.max(0, Math.min(1, (7 - fromCentre) / 3));
      double strength = dab[y / 20 * (edge / 20) + x / 20];
      double noise = 0.02 * random.nextGaussian();
      mix(
          rgb,
          p,
          stains.hematoxylin(),
          Math.max(0, 0.05 + 0.4 * nucleus + noise),
          stains.dab(),
          strength * (1 - 0.65 * nucleus));
    }
    return new RgbImage(edge, edge, rgb);
  }

  private static void mix(byte[] rgb, int p, StainVector a, double odA, StainVector b, double odB) {
    rgb[3 * p] = level(odA * a.red() + odB * b.red());
    rgb[3 * p + 1] = level(odA * a.green() + odB * b.green());
    rgb[3 * p + 2] = level(odA * a.blue() + odB * b.blue());
  }

  private static byte level(double od) {
    return (byte) Math.round(240 * Math.pow(10, -od));
  }
}
