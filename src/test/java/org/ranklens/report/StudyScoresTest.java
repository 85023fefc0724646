package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.NucleusCounts;
import org.ranklens.ihc.RegionScore;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.ClassCounts;
import org.ranklens.ihc.score.ControlSettings;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.PublishedRate;
import org.ranklens.ihc.score.ScoreSettings;
import org.ranklens.ihc.score.ZoneCounts;

/** Slides with made-up counts, their controls and the rates of a cohort, by hand. */
class StudyScoresTest {

  @TempDir Path folder;
  private final List<Path> items = new ArrayList<>();

  private void slide(String caseCode, String timepoint, String role, String batch, int positive)
      throws IOException {
    Path item = Files.createDirectories(folder.resolve("item-" + items.size()));
    String name = caseCode + "-" + role + ".tif";
    SlideLabel label = new SlideLabel(caseCode, timepoint, name, "RANK", role, batch);
    ClassCounts counts = new ClassCounts(100 - positive, positive, 0, 0);
    ScoreSettings settings = ScoreSettings.defaults();
    RegionScore whole =
        new RegionScore(
            "",
            1,
            java.util.Map.of(),
            List.of(
                PopulationScore.of(Population.ALL, 100, counts, settings),
                PopulationScore.of(Population.MULTINUCLEATED, 0, ClassCounts.none(), settings),
                PopulationScore.of(Population.MONONUCLEAR, 100, counts, settings)),
            NucleusCounts.none(),
            new ZoneCounts(0, 0, 0, 0, 0));
    IhcResult like = Fixture.slideResult();
    IhcTable.write(
        item,
        label,
        new IhcResult(
            like.stains(),
            0.5,
            1,
            List.of(whole),
            like.protocol(),
            List.of(),
            Optional.empty(),
            like.tissue(),
            like.light(),
            List.of()));
    items.add(item);
  }

  private StudyPage write(MarkerProtocol... protocols) throws IOException {
    return StudyScores.write(folder, items, ControlSettings.defaults(), List.of(protocols));
  }

  private static MarkerProtocol protocol() {
    return new MarkerProtocol(
        "over 40 %",
        "RANK",
        Population.MONONUCLEAR,
        MarkerProtocol.Metric.POSITIVE_PERCENT,
        OptionalDouble.of(40),
        OptionalDouble.empty(),
        false,
        "",
        "",
        "",
        "",
        List.of(new PublishedRate(PublishedRate.Call.POSITIVE, 8, 43, "CORS 2013", "")));
  }

  private List<ScoreRow> rows() throws IOException {
    List<ScoreRow> rows = new ArrayList<>();
    ScoreTables.read(folder.resolve("ihc.csv"), rows::add);
    return rows;
  }

  @Test
  void whatTheNegativeControlStainsStandsBesideEveryScoreOfItsBatch() throws IOException {
    slide("a", "t1", "sample", "1", 60);
    slide("n", "t1", "negative_control", "1", 3);
    slide("p", "t1", "positive_control", "1", 90);
    slide("b", "t1", "sample", "2", 60);
    StudyPage page = write();
    ScoreRow sample = rows().get(0);
    assertThat(sample.text("negative_control")).isEqualTo("n-negative_control.tif");
    assertThat(sample.text("negative_control_percent")).isEqualTo("3.00");
    assertThat(sample.text("negative_control_h_score")).isEqualTo("3.00");
    assertThat(sample.text("positive_control_percent")).isEqualTo("90.00");
    assertThat(sample.text("status")).isEqualTo("ok");
    assertThat(rows().get(1).text("population")).isEqualTo("multinucleated");
    assertThat(rows().get(1).text("negative_control_percent")).isEmpty();
    ScoreRow otherBatch = rows().get(9);
    assertThat(otherBatch.text("batch")).isEqualTo("2");
    assertThat(otherBatch.text("negative_control")).isEmpty();
    assertThat(page.slides().get(0).findings())
        .containsExactly(
            "RANK controls by the same settings: negative control (n-negative_control.tif) 3.0 %"
                + " of its cells positive, H-score 3; positive control (p-positive_control.tif)"
                + " 90.0 % of its cells positive, H-score 90.");
    assertThat(page.slides().get(3).findings()).isEmpty();
    assertThat(page.tables().get(0).note()).endsWith("Without a negative control: RANK (batch 2).");
    assertThat(page.tables())
        .extracting(ItemPage.PageTable::title)
        .containsExactly("Control slides");
  }

  @Test
  void aStainedNegativeAndAnUnstainedPositiveControlWarnBesideEveryScore() throws IOException {
    slide("a", "t1", "sample", "", 60);
    slide("n", "t1", "negative_control", "", 6);
    slide("p", "t1", "positive_control", "", 9);
    StudyPage page = write();
    for (ScoreRow row : rows()) {
      assertThat(row.text("status")).isEqualTo("warning");
      assertThat(row.text("reason")).contains("6.0 % of 100").contains("fails to stain: 9.0 %");
    }
    assertThat(page.slides()).allSatisfy(slide -> assertThat(slide.warnings()).hasSize(2));
  }

  @Test
  void ratesCountCasesOnceByTheirFirstTimePointAndControlsNever() throws IOException {
    slide("a", "t1", "sample", "", 60);
    slide("a", "t1", "sample", "", 10);
    slide("a", "t2", "sample", "", 5);
    slide("b", "t1", "sample", "", 40);
    slide("c", "t1", "sample", "", 41);
    slide("n", "t1", "negative_control", "", 0);
    StudyPage page = write(protocol());
    List<String> lines = Files.readAllLines(folder.resolve("cohort.csv"));
    // a and c of three; Wilson by R 4.2.2: prop.test(2, 3, correct = FALSE).
    assertThat(lines)
        .containsExactly(
            String.join(",", Columns.COHORT),
            "RANK,over 40 %,mononuclear,all,positive,3,2,66.67,20.77,93.85,43,8,18.60,9.74,32.62,"
                + "CORS 2013,,ok,",
            "RANK,over 40 %,mononuclear,multinucleated,positive,0,,,,,43,8,18.60,9.74,32.62,"
                + "CORS 2013,,skipped,no case has a score that this rule can be applied to",
            "RANK,over 40 %,mononuclear,mononuclear,positive,3,2,66.67,20.77,93.85,43,8,18.60,9.74,"
                + "32.62,CORS 2013,,ok,");
    assertThat(page.tables().get(1).rows())
        .containsExactly(
            List.of(
                "over 40 %",
                "mononuclear cells",
                "positive",
                "2 of 3\n67 % (21 to 94)",
                "8 of 43\n19 % (10 to 33)",
                "CORS 2013"));
  }

  @Test
  void aStudyWithoutSlidesHasTablesWithoutRows() throws IOException {
    items.add(folder.resolve("scans"));
    StudyPage page = write(protocol());
    assertThat(page.tables()).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("cohort.csv"))).hasSize(1);
    assertThat(Files.readAllLines(folder.resolve("ihc.csv"))).hasSize(1);
  }
}
