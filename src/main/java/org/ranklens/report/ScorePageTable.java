package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.RegionScore;
import org.ranklens.ihc.score.Interval;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.report.ItemPage.PageColumn;
import org.ranklens.report.ItemPage.PageTable;

/** The page's table of scores. What a slide has none of (regions, a protocol) takes no column. */
final class ScorePageTable {

  private static final String NOTE =
      "Classes by the cytoplasm's mean DAB optical density. Cells without measurable cytoplasm are"
          + " in no class and no score. In brackets 95 % intervals by drawing squares of the slide"
          + " again and again: how far the score would differ on other parts of the same tissue,"
          + " not by another staining; where too few or only alike cells are there, there is none.";

  private final IhcResult result;
  private final boolean regions;
  private final boolean called;

  private ScorePageTable(IhcResult result) {
    this.result = result;
    regions = result.regions().size() > 1;
    called = !result.protocol().name().isEmpty();
  }

  static PageTable of(IhcResult result) {
    return new ScorePageTable(result).table();
  }

  private PageTable table() {
    List<PageColumn> columns = new ArrayList<>();
    if (regions) {
      columns.add(new PageColumn("Region", "", false));
    }
    columns.add(new PageColumn("Cells", "", false));
    for (String number : List.of("n", "0", "1+", "2+", "3+")) {
      columns.add(new PageColumn(number, "", true));
    }
    columns.add(new PageColumn("Positive", "%", true));
    columns.add(new PageColumn("H-score", "0-300", true));
    columns.add(new PageColumn("Allred", "P + I = total", true));
    columns.add(new PageColumn("IRS", "P x I = total", true));
    if (called) {
      columns.add(new PageColumn("Call", "", false));
    }
    List<List<String>> rows = new ArrayList<>();
    for (RegionScore region : result.regions()) {
      for (PopulationScore score : region.populations()) {
        rows.add(row(region, score));
      }
    }
    String note = called ? NOTE : NOTE + " No protocol applies, so nothing is called.";
    return new PageTable("Scores", note, columns, rows);
  }

  private List<String> row(RegionScore region, PopulationScore score) {
    List<String> row = new ArrayList<>();
    if (regions) {
      row.add(region.roi().isEmpty() ? "whole slide" : region.roi());
    }
    row.add(IhcPage.words(score.population()));
    row.add(Long.toString(score.cells()));
    row.add(Long.toString(score.counts().negative()));
    row.add(Long.toString(score.counts().weak()));
    row.add(Long.toString(score.counts().moderate()));
    row.add(Long.toString(score.counts().strong()));
    row.add(number(score.positivePercent(), score.intervals().positivePercent(), 1));
    row.add(number(score.hScore(), score.intervals().hScore(), 0));
    String allred =
        points(score.allredProportion(), "+", score.allredIntensity(), score.allredTotal());
    row.add(below(allred, IntervalFields.words(score.intervals().allredTotal(), 0)));
    String irs = points(score.irsPercentage(), "x", score.irsIntensity(), score.irsTotal());
    row.add(
        below(
            irs,
            IntervalFields.words(score.intervals().irsTotal(), 0)
                + score.irsCategory().map(category -> " " + category).orElse("")));
    if (called) {
      row.add(result.protocol().call(score).orElse(""));
    }
    return row;
  }

  private static String number(OptionalDouble value, Optional<Interval> interval, int decimals) {
    if (value.isEmpty()) {
      return "";
    }
    return below(
        Row.decimal(value.getAsDouble(), decimals), IntervalFields.words(interval, decimals));
  }

  /** A second line, so that the table stays narrow. */
  private static String below(String first, String second) {
    return second.isBlank() ? first : first + "\n" + second.strip();
  }

  private static String points(
      OptionalInt proportion, String sign, OptionalInt intensity, OptionalInt total) {
    if (total.isEmpty()) {
      return "";
    }
    return "%s %s %s = %s"
        .formatted(proportion.getAsInt(), sign, intensity.getAsInt(), total.getAsInt());
  }
}
