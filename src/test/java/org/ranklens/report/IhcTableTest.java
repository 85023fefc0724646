package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.NucleusCounts;
import org.ranklens.ihc.RegionScore;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.ClassCounts;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.ScoreSettings;
import org.ranklens.ihc.score.ZoneCounts;

class IhcTableTest {

  private static final String EMPTY =
      "no cells were found in the region: check that it lies on tissue, in pixels";

  @TempDir Path folder;

  private static RegionScore region(String name, int cells) {
    ClassCounts counts = new ClassCounts(cells, 0, 0, 0);
    ScoreSettings settings = ScoreSettings.defaults();
    return new RegionScore(
        name,
        1,
        Map.of(),
        List.of(
            PopulationScore.of(Population.ALL, cells, counts, settings),
            PopulationScore.of(Population.MULTINUCLEATED, 0, ClassCounts.none(), settings),
            PopulationScore.of(Population.MONONUCLEAR, cells, counts, settings)),
        NucleusCounts.none(),
        new ZoneCounts(0, 0, 0, 0, 0));
  }

  private List<String> write(RegionScore... regions) throws IOException {
    IhcResult like = Fixture.slideResult();
    IhcTable.write(
        folder,
        Fixture.LABEL,
        new IhcResult(
            like.stains(),
            0.5,
            1,
            List.of(regions),
            like.protocol(),
            List.of(),
            Optional.empty(),
            like.tissue(),
            like.light(),
            List.of()));
    return Files.readAllLines(folder.resolve("ihc.csv"));
  }

  @Test
  void aRegionWithoutCellsWarnsInItsOwnRows() throws IOException {
    List<String> lines = write(region("left", 0), region("right", 40));
    assertThat(lines).filteredOn(line -> line.contains(",left,")).hasSize(3);
    assertThat(lines)
        .filteredOn(line -> line.contains(",left,"))
        .allMatch(line -> line.contains(",warning,") && line.contains(EMPTY));
    assertThat(lines)
        .filteredOn(line -> line.contains(",right,"))
        .hasSize(3)
        .noneMatch(line -> line.contains(EMPTY));
  }

  @Test
  void aWholeSlideWithoutCellsIsNoRegion() throws IOException {
    assertThat(write(region("", 0))).noneMatch(line -> line.contains(EMPTY));
  }
}
