package org.ranklens.phantom.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IhcPhantomTest {

  private static final IhcPhantomSettings SMALL =
      IhcPhantomSettings.of(StainPattern.MIXED, 5)
          .withField(new FieldSettings(700, 500, 0.5, 20))
          .withHistology(new HistologySettings(StainPattern.MIXED, 0.5, 2, 0, false, false))
          .withCamera(new CameraSettings(new Rgb(240, 238, 236), 0, 0, 0, 90));

  @Test
  void pixelsOfACellFollowBeerLambertByHand() {
    RenderedField field = IhcPhantom.render(SMALL);
    // Without noise, blur, grain and uneven light a pixel in the cytoplasm of a giant cell is
    // white x 10^-(H x 0.075 +- 0.02 + eosin x 0.03 + DAB x its mean) in every channel.
    TrueCell giant = field.truth().cells().get(0);
    double dab = giant.cytoplasmDabOdMean();
    int[] rgb = cytoplasmPixel(field, giant);
    double[] h = {0.650, 0.704, 0.286};
    double[] d = {0.268, 0.570, 0.776};
    double[] e = {0.072, 0.990, 0.105};
    double[] white = {240, 238, 236};
    for (int c = 0; c < 3; c++) {
      double middle =
          white[c]
              * Math.pow(
                  10, -(0.075 * h[c] / norm(h) + 0.03 * e[c] / norm(e) + dab * d[c] / norm(d)));
      assertThat(rgb[c]).as("channel %d", c).isCloseTo((int) middle, within(9));
    }
  }

  @Test
  void glassHasTheGreyLevelsOfTheWhitePoint() {
    RenderedField field = IhcPhantom.render(SMALL);
    assertThat(field.rgb()[0] & 0xFF).isEqualTo(240);
    assertThat(field.rgb()[1] & 0xFF).isEqualTo(238);
    assertThat(field.rgb()[2] & 0xFF).isEqualTo(236);
  }

  @Test
  void classesFollowFromTheMeanThatWasDrawn() {
    for (TrueCell cell : IhcPhantom.render(SMALL).truth().cells()) {
      double od = cell.cytoplasmDabOdMean();
      int byHand = od >= 0.6 ? 3 : od >= 0.4 ? 2 : od >= 0.2 ? 1 : 0;
      assertThat(cell.intensityClass()).isEqualTo(byHand).isEqualTo(cell.targetClass());
    }
  }

  @Test
  void scoresAreCountedFromTheCells() {
    IhcTruth truth = IhcPhantom.render(SMALL).truth();
    double points = truth.cells().stream().mapToInt(TrueCell::intensityClass).sum();
    assertThat(truth.score(true, true).hScore())
        .isCloseTo(100 * points / truth.cells().size(), within(1e-9));
    assertThat(truth.score(false, true).cells()).isEqualTo(2);
  }

  @Test
  void rankStainsGiantCellsAndRanklTheOthers() {
    FieldSettings field = new FieldSettings(1200, 900, 0.5, 40);
    IhcTruth rank =
        IhcPhantom.render(IhcPhantomSettings.of(StainPattern.RANK, 8).withField(field)).truth();
    IhcTruth rankl =
        IhcPhantom.render(IhcPhantomSettings.of(StainPattern.RANKL, 8).withField(field)).truth();
    assertThat(rank.score(false, true).positivePercent()).isGreaterThan(60);
    assertThat(rank.score(true, false).positivePercent()).isLessThan(15);
    assertThat(rankl.score(false, true).positivePercent()).isLessThan(30);
    assertThat(rankl.score(true, false).positivePercent()).isGreaterThan(45);
  }

  @Test
  void oneSeedGivesOneFileAndAnotherSeedAnother(@TempDir Path folder) throws IOException {
    byte[] first = write(SMALL, folder);
    assertThat(write(SMALL, folder)).isEqualTo(first);
    IhcPhantomSettings other =
        new IhcPhantomSettings(
            6,
            SMALL.field(),
            SMALL.histology(),
            SMALL.stains(),
            SMALL.camera(),
            ArtefactSettings.NONE);
    assertThat(write(other, folder)).isNotEqualTo(first);
  }

  @Test
  void theFileIsALittleEndianTiffOfJpegTiles(@TempDir Path folder) throws IOException {
    ByteBuffer tiff = ByteBuffer.wrap(write(SMALL, folder)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(tiff.getShort(0)).isEqualTo((short) 0x4949);
    assertThat(tiff.getShort(2)).isEqualTo((short) 42);
    assertThat(tiff.get(8) & 0xFF).isEqualTo(0xFF);
    assertThat(tiff.get(9) & 0xFF).isEqualTo(0xD8);
  }

  @Test
  void turnedStainsLieThatFarFromWhereTheyWere() {
    StainVectors turned = StainVectors.RUIFROK.turned(5);
    assertThat(degrees(turned.dab(), StainVectors.RUIFROK.dab())).isCloseTo(5, within(1e-6));
    assertThat(degrees(turned.hematoxylin(), StainVectors.RUIFROK.hematoxylin()))
        .isCloseTo(5, within(1e-6));
  }

  private static double degrees(Rgb a, Rgb b) {
    return Math.toDegrees(
        Math.acos(a.red() * b.red() + a.green() * b.green() + a.blue() * b.blue()));
  }

  @Test
  void theSameCellsAreThereAtAnyPixelSize() {
    IhcTruth coarse = IhcPhantom.render(SMALL).truth();
    IhcTruth fine =
        IhcPhantom.render(SMALL.withField(new FieldSettings(1400, 1000, 0.25, 20))).truth();
    assertThat(fine.cells()).hasSameSizeAs(coarse.cells());
    assertThat(fine.score(true, true)).isEqualTo(coarse.score(true, true));
  }

  @Test
  void impossibleSettingsAreRefusedWithTheirRange() {
    assertThatThrownBy(() -> new FieldSettings(100, 100, 5, 0))
        .hasMessage("pixelSizeMicrons is 5.0, allowed is 0.1 to 2.0");
  }

  private static byte[] write(IhcPhantomSettings settings, Path folder) throws IOException {
    Path file = folder.resolve("field.tif");
    IhcPhantom.writeSlide(IhcPhantom.render(settings), file);
    return Files.readAllBytes(file);
  }

  /** The first pixel to the right of the centroid that is 5.5 um from every nucleus. */
  private static int[] cytoplasmPixel(RenderedField field, TrueCell cell) {
    for (int reach = 0; reach < 40; reach++) {
      int x = (int) Math.round(cell.xPx()) + reach;
      int y = (int) Math.round(cell.yPx());
      boolean clear =
          cell.nuclei().stream().allMatch(n -> Math.hypot(n.xPx() - x, n.yPx() - y) > 11);
      if (clear) {
        int k = 3 * (y * field.width() + x);
        return new int[] {
          field.rgb()[k] & 0xFF, field.rgb()[k + 1] & 0xFF, field.rgb()[k + 2] & 0xFF
        };
      }
    }
    throw new AssertionError("no cytoplasm found");
  }

  private static double norm(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
}
