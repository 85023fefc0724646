package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranklens.ihc.IhcResult;
import org.ranklens.ihc.NucleusCounts;
import org.ranklens.ihc.RegionScore;
import org.ranklens.ihc.cell.Artefact;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.ClassCounts;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.StainingIndex;
import org.ranklens.ihc.score.ZoneCounts;

/** Writes {@code ihc.csv} of one slide. */
public final class IhcTable {

  /** From the tissue's area to the call. */
  private static final int SCORE_COLUMNS = 17;

  /** What the controls stain: a slide alone knows nothing of them, a run fills these fields. */
  private static final int CONTROL_COLUMNS = 5;

  private IhcTable() {}

  /** Writes the scores of a slide. */
  public static void write(Path folder, SlideLabel label, IhcResult result) throws IOException {
    try (CsvTable table = CsvTable.create(folder.resolve("ihc.csv"), Columns.IHC)) {
      for (RegionScore region : result.regions()) {
        String reason = reason(result, region);
        for (PopulationScore score : region.populations()) {
          Row row = begin(label, region.roi(), score.population().csvName());
          row.number(region.tissueAreaMm2(), 4);
          if (!result.stains().scorable()) {
            notScored(row, region, reason, label);
            table.row(row.fields());
            continue;
          }
          scores(row, score);
          call(row, score, result.protocol());
          row.text(reason.isEmpty() ? "ok" : "warning").text(reason);
          row.whole(score.cells() - score.counts().total());
          density(row, region.tissueAreaMm2(), score.cells());
          IntervalFields.add(row, score.intervals());
          nuclei(row, score.population(), region.giantNuclei());
          excluded(row, region);
          row.text(label.role()).text(label.batch());
          row.blank(CONTROL_COLUMNS);
          zones(row, score.population(), region.dabZones());
          stainingIndex(row, score.stainingIndex());
          table.row(row.fields());
        }
      }
    }
  }

  /** A region without cells may have been drawn on another slide, or in millimetres. */
  private static String reason(IhcResult result, RegionScore region) {
    boolean empty =
        !region.roi().isEmpty()
            && result.stains().scorable()
            && region.populations().stream().allMatch(score -> score.cells() == 0);
    String ofRegion = "no cells were found in the region: check that it lies on tissue, in pixels";
    return Stream.concat(result.warnings().stream(), empty ? Stream.of(ofRegion) : Stream.empty())
        .collect(Collectors.joining("; "));
  }

  /** No cell was looked for, and 0 would say that there is none. */
  private static void notScored(Row row, RegionScore region, String reason, SlideLabel label) {
    row.blank(SCORE_COLUMNS - 1).text("warning").text(reason);
    row.blank(Columns.IHC.indexOf("excluded_pen_mm2") - row.fields().size());
    excluded(row, region);
    row.text(label.role()).text(label.batch());
    row.blank(Columns.IHC.size() - row.fields().size());
  }

  /** Writes the one row of a slide that failed or was refused. */
  public static void writeFailure(Path folder, SlideLabel label, String status, String reason)
      throws IOException {
    try (CsvTable table = CsvTable.create(folder.resolve("ihc.csv"), Columns.IHC)) {
      Row row = begin(label, "", "all").blank(SCORE_COLUMNS).text(status).text(reason);
      row.blank(Columns.IHC.indexOf("role") - row.fields().size());
      row.text(label.role()).text(label.batch());
      row.blank(Columns.IHC.size() - row.fields().size());
      table.row(row.fields());
    }
  }

  private static void excluded(Row row, RegionScore region) {
    for (Artefact kind : Artefact.values()) {
      row.number(region.excludedMm2().getOrDefault(kind, 0.0), 4);
    }
  }

  private static void stainingIndex(Row row, Optional<StainingIndex> index) {
    if (index.isEmpty()) {
      row.blank(4);
      return;
    }
    row.whole(index.get().squares())
        .number(index.get().lowerQuartile(), 3)
        .number(index.get().median(), 3)
        .number(index.get().upperQuartile(), 3);
  }

  /** Pixels belong to no population, so they stand in the rows of all cells. */
  private static void zones(Row row, Population population, ZoneCounts zones) {
    if (population != Population.ALL || zones.total() == 0) {
      row.blank(ZoneCounts.ZONES + 1);
      return;
    }
    for (int zone = 0; zone < ZoneCounts.ZONES - 1; zone++) {
      row.number(zones.percent(zone), 2);
    }
    row.number(zones.score(), 3).text(zones.category().orElse("undefined"));
  }

  private static void density(Row row, double tissueAreaMm2, long cells) {
    if (tissueAreaMm2 > 0) {
      row.number(cells / tissueAreaMm2, 2);
    } else {
      row.blank(1);
    }
  }

  /** Of the giant cells alone: any other cell has one nucleus. */
  private static void nuclei(Row row, Population population, NucleusCounts counts) {
    if (population != Population.MULTINUCLEATED || counts.total() == 0) {
      row.blank(4);
      return;
    }
    row.whole(counts.min()).number(counts.median(), 1).whole(counts.max());
    row.text(
        counts.cells().entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static Row begin(SlideLabel label, String roi, String population) {
    return new Row()
        .text(label.caseCode())
        .text(label.timepoint())
        .text(label.slide())
        .text(label.marker())
        .text(roi)
        .text(population);
  }

  private static void scores(Row row, PopulationScore score) {
    ClassCounts counts = score.counts();
    row.whole(score.cells())
        .whole(counts.negative())
        .whole(counts.weak())
        .whole(counts.moderate())
        .whole(counts.strong())
        .number(score.positivePercent(), 2)
        .number(score.hScore(), 2)
        .whole(score.allredProportion())
        .whole(score.allredIntensity())
        .whole(score.allredTotal())
        .whole(score.irsPercentage())
        .whole(score.irsIntensity())
        .whole(score.irsTotal())
        .text(score.irsCategory().orElse(""));
  }

  private static void call(Row row, PopulationScore score, MarkerProtocol protocol) {
    row.text(protocol.name()).text(protocol.call(score).orElse(""));
  }
}
