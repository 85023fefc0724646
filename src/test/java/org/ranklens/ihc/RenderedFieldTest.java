package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;

/**
 * Scores of rendered fields against the truth of their renderer ({@code truth.json} beside them).
 */
class RenderedFieldTest {

  private static final Path FIELDS =
      Path.of(System.getProperty("ranklens.reference"), "ihc", "fields");

  /**
   * Percent and H-score of all, of mononuclear and of multinucleated cells, and how many of these.
   */
  @ParameterizedTest
  @CsvSource({
    "separate_a, 58.708, 97.472, 58.143, 96.286, 91.667, 166.667, 12",
    "separate_b, 63.483, 110.253, 63.286, 109.0, 75.0, 183.333, 12"
  })
  void scoresAreThoseOfTheRenderer(
      String field,
      double allPercent,
      double allH,
      double mononuclearPercent,
      double mononuclearH,
      double giantPercent,
      double giantH,
      int giants)
      throws IOException {
    Path file = FIELDS.resolve(field).resolve("field.tif");
    assumeTrue(Files.exists(file), "needs the reference data: " + file);
    List<ScoredCell> cells = new ArrayList<>();
    IhcResult result;
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      result =
          IhcAnalysis.run(
              slide,
              List.of(),
              IhcSettings.defaults().withTileSizePx(4096),
              MarkerProtocol.none("RANK"),
              new Execution(2, Progress.silent()),
              cells::add);
    }

    List<PopulationScore> scores = result.regions().get(0).populations();
    assertNear(scores.get(0), allPercent, 1, allH, 2);
    assertNear(scores.get(1), giantPercent, 9, giantH, 20);
    assertNear(scores.get(2), mononuclearPercent, 1, mononuclearH, 2);
    assertThat(scores.get(1).cells()).isBetween(giants - 1L, giants + 1L);
    assertThat(result.warnings()).isEmpty();
    assertThat(cells).hasSize((int) scores.get(0).cells());
  }

  private static void assertNear(
      PopulationScore score, double percent, double within, double h, double withinH) {
    assertThat(score.positivePercent().orElseThrow()).isBetween(percent - within, percent + within);
    assertThat(score.hScore().orElseThrow()).isBetween(h - withinH, h + withinH);
  }
}
