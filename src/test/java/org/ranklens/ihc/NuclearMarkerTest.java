package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.ReaderChoice;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideOptions;
import org.ranklens.ihc.slide.Slides;
import org.ranklens.plugin.PluginFolders;

/** Real Ki-67 fields of 0.25 micrometres a pixel; their truth is points on tumour cells. */
class NuclearMarkerTest {

  private static final Path FIELDS =
      Path.of(System.getProperty("ranklens.reference"), "ihc", "bcdata");

  @Test
  void ki67IsScoredByTheNucleusAndTheRowSaysSo() throws IOException {
    // 70 positive and 82 negative points: 46.1 %.
    IhcResult result = score("12.png", 1024, 1, new ArrayList<>());

    assertThat(result.warnings()).anyMatch(w -> w.contains("scored as a marker of nuclei"));
    assertThat(result.regions().get(0).populations().get(0).positivePercent().orElseThrow())
        .isCloseTo(46.1, within(8.0));
  }

  @Test
  void aFieldWithoutBrownIsScoredByTheNucleusWhereTheMarkersNameTellsIt() throws IOException {
    Slide unstained = new DrawnField(400, 400).tissue(0, 0, 400, 320).nucleus(200, 200, 8).slide();

    assertThat(warnings(unstained, "Ki-67")).anyMatch(w -> w.contains("KI-67 is one"));
    assertThat(warnings(unstained, "RANK")).noneMatch(w -> w.contains("marker of nuclei"));
  }

  private static List<String> warnings(Slide slide, String marker) throws IOException {
    return IhcAnalysis.run(
            slide,
            List.of(),
            IhcSettings.defaults(),
            MarkerProtocol.none(marker),
            Execution.single(),
            cell -> {})
        .warnings();
  }

  @Test
  void tileSizeAndThreadsChangeNoCellOfIt() throws IOException {
    List<String> whole = new ArrayList<>();
    List<String> tiled = new ArrayList<>();

    score("4.png", 16384, 1, whole);
    score("4.png", 200, 2, tiled);

    assertThat(whole).hasSizeGreaterThan(50);
    assertThat(tiled).isEqualTo(whole);
  }

  private static IhcResult score(String name, int tileSizePx, int threads, List<String> cells)
      throws IOException {
    Path file = FIELDS.resolve(name);
    assumeTrue(Files.exists(file), "needs the reference data: " + file);
    SlideOptions options =
        new SlideOptions(ReaderChoice.AUTO, OptionalDouble.of(0.25), PluginFolders.none());
    try (Slide slide = Slides.open(file, options)) {
      return IhcAnalysis.run(
          slide,
          List.of(),
          IhcSettings.defaults().withTileSizePx(tileSizePx),
          MarkerProtocol.none("KI67"),
          new Execution(threads, Progress.silent()),
          cell ->
              cells.add(
                  cell.cell().xPx()
                      + " "
                      + cell.cell().yPx()
                      + " "
                      + cell.cell().nucleusDabOdMean()
                      + " "
                      + cell.intensityClass()));
    }
  }
}
