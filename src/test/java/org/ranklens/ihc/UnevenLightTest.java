package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.phantom.ihc.CameraSettings;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.Rgb;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.ihc.TrueCell;

/** Slides whose light falls off by 12 % towards a corner. */
class UnevenLightTest {

  private static final double UNEVENNESS = 0.12;

  @Test
  void unstainedCellsReadAsMuchAsInEvenLight() throws IOException {
    assertThat(bias(UNEVENNESS)).isCloseTo(bias(0), within(0.004));
  }

  @Test
  void tilesChangeNothing() throws IOException {
    RenderedField field = field(UNEVENNESS);

    assertThat(cells(field, 700, 2)).isEqualTo(cells(field, 100_000, 1)).isNotEmpty();
  }

  /** Mean error of the unstained cells that were found, optical density. */
  private static double bias(double unevenness) throws IOException {
    RenderedField field = field(unevenness);
    List<ScoredCell> found = cells(field, 100_000, 2);
    double sum = 0;
    int count = 0;
    for (TrueCell truth : field.truth().cells()) {
      if (truth.cytoplasmDabOdMean() < 0.1 && !truth.isMultinucleated()) {
        for (ScoredCell cell : found) {
          TrueCell.Point nucleus = truth.nuclei().get(0);
          boolean same =
              Math.hypot(cell.cell().xPx() - nucleus.xPx(), cell.cell().yPx() - nucleus.yPx()) < 6;
          if (same && cell.cell().cytoplasm().isPresent()) {
            sum += cell.cell().cytoplasm().orElseThrow().mean() - truth.cytoplasmDabOdMean();
            count++;
          }
        }
      }
    }
    assertThat(count).isGreaterThan(50);
    return sum / count;
  }

  private static RenderedField field(double unevenness) {
    return IhcPhantom.render(
        IhcPhantomSettings.of(StainPattern.MIXED, 21)
            .withField(new FieldSettings(1400, 1100, 0.5, 60))
            .withCamera(new CameraSettings(new Rgb(243, 242, 240), unevenness, 0.35, 1.5, 85)));
  }

  private static List<ScoredCell> cells(RenderedField field, int tileSizePx, int threads)
      throws IOException {
    List<ScoredCell> cells = new ArrayList<>();
    IhcResult result =
        IhcAnalysis.run(
            new ArraySlide(
                "phantom",
                "test",
                new RgbImage(field.width(), field.height(), field.rgb()),
                OptionalDouble.of(0.5)),
            List.of(),
            IhcSettings.defaults().withTileSizePx(tileSizePx),
            MarkerProtocol.none("RANK"),
            new Execution(threads, Progress.silent()),
            cells::add);
    assertThat(result.light().isEven())
        .isEqualTo(field.truth().settings().camera().unevenness() == 0);
    return cells.stream().map(UnevenLightTest::withoutOutlines).toList();
  }

  /** Outlines own arrays, which are compared by identity. */
  private static ScoredCell withoutOutlines(ScoredCell scored) {
    org.ranklens.ihc.cell.Cell cell = scored.cell();
    return new ScoredCell(
        scored.id(),
        scored.roi(),
        new org.ranklens.ihc.cell.Cell(
            cell.population(),
            cell.xPx(),
            cell.yPx(),
            cell.nuclei(),
            cell.nucleusAreaUm2(),
            cell.cytoplasmAreaUm2(),
            cell.cellAreaUm2(),
            cell.nucleusDabOdMean(),
            cell.cytoplasm(),
            NO_OUTLINE,
            List.of()),
        scored.intensityClass());
  }

  private static final org.ranklens.ihc.cell.Outline NO_OUTLINE =
      new org.ranklens.ihc.cell.Outline(new float[3], new float[3]);
}
