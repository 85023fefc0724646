package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.Outline;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;

/**
 * On crowded tissue, where cells touch from one tile into the next, how a slide is cut up and by
 * how many threads it is worked changes no digit of any cell, outlines included.
 */
class TilingTest {

  private static final Path FIELDS =
      Path.of(System.getProperty("ranklens.reference"), "ihc", "fields");

  /** tissue_c and grainy_b have 0.25 micrometres a pixel, the others 0.5. */
  @ParameterizedTest
  @ValueSource(strings = {"tissue_a", "tissue_c", "tissue_d", "grainy_a", "grainy_b"})
  void cellsOfCrowdedTissueAreTheSameForEveryTileSize(String field) throws IOException {
    Path file = FIELDS.resolve(field).resolve("field.tif");
    assumeTrue(Files.exists(file), "needs the reference data: " + file);

    List<String> whole = cells(file, 100_000, 1);

    assertThat(whole).hasSizeGreaterThan(500);
    assertThat(cells(file, 512, 2)).isEqualTo(whole);
    assertThat(cells(file, 1024, 1)).isEqualTo(whole);
    assertThat(cells(file, 2048, 2)).isEqualTo(whole);
    assertThat(cells(file, 700, 2)).isEqualTo(whole);
  }

  private static List<String> cells(Path file, int tileSizePx, int threads) throws IOException {
    List<String> cells = new ArrayList<>();
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      IhcAnalysis.run(
          slide,
          List.of(),
          IhcSettings.defaults().withTileSizePx(tileSizePx),
          MarkerProtocol.none("RANK"),
          new Execution(threads, Progress.silent()),
          cell -> cells.add(text(cell)));
    }
    return cells;
  }

  private static String text(ScoredCell scored) {
    Cell cell = scored.cell();
    StringBuilder text = new StringBuilder();
    text.append(scored.id()).append(' ').append(cell.population()).append(' ');
    text.append(cell.xPx()).append(' ').append(cell.yPx()).append(' ').append(cell.nuclei());
    text.append(' ').append(cell.nucleusAreaUm2()).append(' ').append(cell.cellAreaUm2());
    text.append(' ').append(cell.nucleusDabOdMean()).append(' ').append(cell.cytoplasm());
    append(text, cell.outline());
    cell.nucleusOutlines().forEach(outline -> append(text, outline));
    return text.toString();
  }

  private static void append(StringBuilder text, Outline outline) {
    text.append(" outline");
    for (int i = 0; i < outline.points(); i++) {
      text.append(' ').append(outline.xPx(i)).append(' ').append(outline.yPx(i));
    }
  }
}
