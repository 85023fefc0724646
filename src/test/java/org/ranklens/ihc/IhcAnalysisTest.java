package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.RgbImage;

class IhcAnalysisTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<ScoredCell> cells = new ArrayList<>();

  @Test
  void readsTheDabOfDrawnCellsAndClassesThem() throws IOException {
    IhcResult result = run(fourClasses().slide(), List.of(), IhcSettings.defaults(), 1);

    assertThat(cells).hasSize(4);
    double[] drawn = {0.03, 0.3, 0.5, 0.8};
    cells.sort((a, b) -> Double.compare(a.cell().xPx(), b.cell().xPx()));
    for (int i = 0; i < 4; i++) {
      Cell cell = cells.get(i).cell();
      assertThat(cell.xPx()).isCloseTo(100 + 100 * i, within(1.0));
      assertThat(cell.cytoplasm().orElseThrow().mean()).isCloseTo(drawn[i], within(0.02));
      assertThat(cells.get(i).intensityClass()).map(IntensityClass::level).contains(i);
    }
    PopulationScore all = result.regions().get(0).populations().get(0);
    assertThat(all.positivePercent()).hasValue(75);
    assertThat(all.hScore()).hasValue(150);
  }

  @Test
  void takesNucleiInOneCytoplasmAsOneGiantCell() throws IOException {
    DrawnField field = fourClasses().cytoplasm(250, 300, 60, 0.5);
    for (int i = 0; i < 6; i++) {
      field.nucleus(250 + 19 * Math.cos(i * Math.PI / 3), 300 + 19 * Math.sin(i * Math.PI / 3), 8);
    }

    run(field.slide(), List.of(), IhcSettings.defaults(), 1);

    List<Cell> giants =
        cells.stream()
            .map(ScoredCell::cell)
            .filter(cell -> cell.population() == Population.MULTINUCLEATED)
            .toList();
    assertThat(giants).hasSize(1);
    assertThat(giants.get(0).nuclei()).isEqualTo(6);
    assertThat(giants.get(0).xPx()).isCloseTo(250, within(4.0));
    assertThat(giants.get(0).yPx()).isCloseTo(300, within(4.0));
    assertThat(giants.get(0).cytoplasm().orElseThrow().mean()).isCloseTo(0.5, within(0.03));
    assertThat(cells).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"512,1", "512,2", "300,2", "1024,1", "100000,2"})
  void cellsAreTheSameForEveryTileSizeAndNumberOfThreads(int tile, int threads) throws IOException {
    ArraySlide slide = crowd().slide();
    List<RegionScore> scores =
        run(slide, List.of(), IhcSettings.defaults().withTileSizePx(100_000), 1).regions();
    List<String> whole = cells.stream().map(IhcAnalysisTest::text).toList();
    cells.clear();

    IhcResult result = run(slide, List.of(), IhcSettings.defaults().withTileSizePx(tile), threads);

    assertThat(result.regions()).isEqualTo(scores);
    assertThat(scores.get(0).dabZones().total()).isGreaterThan(10_000);
    assertThat(whole).hasSizeGreaterThan(100);
    assertThat(cells.stream().map(IhcAnalysisTest::text)).isEqualTo(whole);
  }

  @Test
  void scoresARegionBesideTheWholeSlide() throws IOException {
    RegionOfInterest left =
        new RegionOfInterest("left", GEOMETRY.toGeometry(new Envelope(50, 250, 50, 150)));

    IhcResult result = run(fourClasses().slide(), List.of(left), IhcSettings.defaults(), 1);

    assertThat(result.regions()).extracting(RegionScore::roi).containsExactly("", "left");
    assertThat(result.regions().get(1).populations().get(0).cells()).isEqualTo(2);
    assertThat(result.regions().get(1).populations().get(0).positivePercent()).hasValue(50);
    assertThat(cells).extracting(ScoredCell::roi).containsOnly("", "left");
  }

  @Test
  void refusesASlideWithoutPixelSize() {
    assertThatThrownBy(() -> run(fourClasses().slide(OptionalDouble.empty())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("pixel size is not known");
  }

  @ParameterizedTest
  @CsvSource({"0.05", "2.5"})
  void refusesAPixelSizeOutsideOfATenthToTwoMicrometres(double microns) {
    assertThatThrownBy(() -> run(fourClasses().slide(OptionalDouble.of(microns))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("outside of 0.1 to 2");
  }

  @Test
  void refusesASlideWithoutTissue() {
    assertThatThrownBy(() -> run(new DrawnField(400, 400).slide()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no tissue");
  }

  @Test
  void refusesARegionOutsideOfTheSlide() {
    RegionOfInterest away =
        new RegionOfInterest("away", GEOMETRY.toGeometry(new Envelope(400, 900, 50, 150)));

    assertThatThrownBy(() -> run(fourClasses().slide(), List.of(away), IhcSettings.defaults(), 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("away");
  }

  @Test
  void refusesARegionThatCrossesItself() {
    RegionOfInterest bow =
        new RegionOfInterest(
            "bow",
            GEOMETRY.createPolygon(
                new Coordinate[] {
                  new Coordinate(10, 10),
                  new Coordinate(100, 100),
                  new Coordinate(100, 10),
                  new Coordinate(10, 100),
                  new Coordinate(10, 10)
                }));

    assertThatThrownBy(() -> run(fourClasses().slide(), List.of(bow), IhcSettings.defaults(), 1))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("crosses itself");
  }

  @Test
  void warnsOfFluorescence() throws IOException {
    byte[] dark = new byte[3 * 400 * 400];
    Random random = new Random(3);
    for (int i = 0; i < dark.length; i++) {
      boolean signal = i / 1200 % 40 < 10;
      dark[i] = (byte) (signal ? 90 : random.nextInt(10));
    }

    IhcResult result =
        run(new ArraySlide("dark", "test", new RgbImage(400, 400, dark), OptionalDouble.of(0.5)));

    assertThat(result.warnings()).anyMatch(warning -> warning.contains("fluorescence"));
  }

  private static DrawnField fourClasses() {
    return new DrawnField(500, 400)
        .tissue(40, 20, 480, 380)
        .cell(100, 100, 0.03)
        .cell(200, 100, 0.3)
        .cell(300, 100, 0.5)
        .cell(400, 100, 0.8);
  }

  private static DrawnField crowd() {
    DrawnField field = new DrawnField(1500, 1100).tissue(30, 30, 1450, 1070);
    Random random = new Random(11);
    for (int y = 70; y < 1040; y += 44) {
      for (int x = 70; x < 1420; x += 44) {
        field.cell(x + random.nextInt(12), y + random.nextInt(12), random.nextDouble());
      }
    }
    for (int g = 0; g < 6; g++) {
      double x = 200 + 200 * g;
      double y = 180 + 130 * g;
      field.cytoplasm(x, y, 70, 0.2 + 0.1 * g);
      for (int i = 0; i < 7; i++) {
        field.nucleus(x + random.nextInt(70) - 35, y + random.nextInt(70) - 35, 8);
      }
    }
    return field;
  }

  private static String text(ScoredCell scored) {
    Cell cell = scored.cell();
    return scored.id()
        + " "
        + cell.population()
        + " "
        + cell.xPx()
        + " "
        + cell.yPx()
        + " "
        + cell.nuclei()
        + " "
        + cell.cellAreaUm2()
        + " "
        + cell.nucleusDabOdMean()
        + " "
        + cell.cytoplasm()
        + " "
        + cell.outline().points();
  }

  private IhcResult run(ArraySlide slide) throws IOException {
    return run(slide, List.of(), IhcSettings.defaults(), 1);
  }

  private IhcResult run(
      ArraySlide slide, List<RegionOfInterest> regions, IhcSettings settings, int threads)
      throws IOException {
    return IhcAnalysis.run(
        slide,
        regions,
        settings,
        MarkerProtocol.none("RANK"),
        new Execution(threads, Progress.silent()),
        cells::add);
  }
}
