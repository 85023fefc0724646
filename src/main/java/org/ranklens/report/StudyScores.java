package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.BatchControls;
import org.ranklens.ihc.score.ControlSettings;
import org.ranklens.ihc.score.ControlSlide;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.report.StudyPage.SlideNotes;

/** A run's {@code ihc.csv}: the slides' own, with what the controls of their batch stain. */
public final class StudyScores {

  private final Batches batches;
  private final ControlSettings settings;
  private final Set<Batches.Key> uncontrolled = new LinkedHashSet<>();

  private StudyScores(Batches batches, ControlSettings settings) {
    this.batches = batches;
    this.settings = settings;
  }

  /**
   * Writes {@code ihc.csv} and {@code cohort.csv} and returns what the page says of the controls
   * and the cohort.
   *
   * @param items folders of the items, in the order of the manifest
   * @param protocols those of the settings, then those that are shipped, of every marker
   */
  public static StudyPage write(
      Path target, List<Path> items, ControlSettings settings, List<MarkerProtocol> protocols)
      throws IOException {
    List<Path> tables = items.stream().map(item -> item.resolve("ihc.csv")).toList();
    StudyScores scores = new StudyScores(Batches.of(tables), settings);
    CohortCases cases = new CohortCases();
    List<SlideNotes> notes = new ArrayList<>();
    try (CsvTable table = CsvTable.create(target.resolve("ihc.csv"), Columns.IHC)) {
      for (Path part : tables) {
        notes.add(scores.copy(part, table, cases));
      }
    }
    CohortTable cohort = CohortTable.of(cases, protocols);
    cohort.write(target.resolve("cohort.csv"));
    List<ItemPage.PageTable> pageTables = new ArrayList<>();
    ControlPage.table(scores.batches, scores.uncontrolled, settings).ifPresent(pageTables::add);
    cohort.page().ifPresent(pageTables::add);
    return new StudyPage(pageTables, notes);
  }

  private SlideNotes copy(Path part, CsvTable table, CohortCases cases) throws IOException {
    Set<String> alarms = new LinkedHashSet<>();
    List<String> findings = new ArrayList<>();
    ScoreTables.read(
        part,
        row -> {
          BatchControls controls = batches.of(row);
          List<String> rowAlarms = controls.alarms(settings);
          alarms.addAll(rowAlarms);
          if (row.wholeSlide() && row.text("role").equals("sample")) {
            cases.add(row);
            if (controls.names(true).isEmpty()) {
              uncontrolled.add(row.batch());
            }
            ControlPage.sentence(row, controls).ifPresent(findings::add);
          }
          table.row(beside(row, controls, rowAlarms).fields());
        });
    return new SlideNotes(List.copyOf(alarms), findings);
  }

  private static ScoreRow beside(ScoreRow row, BatchControls controls, List<String> alarms) {
    ScoreRow told =
        row.with("negative_control", controls.names(true))
            .with("positive_control", controls.names(false));
    Optional<Population> population = row.population();
    if (population.isPresent()) {
      Optional<ControlSlide.Rate> negative = controls.negative(population.get());
      if (negative.isPresent()) {
        told =
            told.with("negative_control_percent", Row.decimal(negative.get().positivePercent(), 2))
                .with("negative_control_h_score", Row.decimal(negative.get().hScore(), 2));
      }
      Optional<ControlSlide.Rate> positive = controls.positive(population.get());
      if (positive.isPresent()) {
        told =
            told.with("positive_control_percent", Row.decimal(positive.get().positivePercent(), 2));
      }
    }
    boolean result = List.of("ok", "warning").contains(told.text("status"));
    if (alarms.isEmpty() || !result) {
      return told;
    }
    String reason = told.text("reason");
    String all = String.join("; ", alarms);
    return told.with("status", "warning")
        .with("reason", reason.isEmpty() ? all : reason + "; " + all);
  }
}
