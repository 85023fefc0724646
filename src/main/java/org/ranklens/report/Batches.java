package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.BatchControls;
import org.ranklens.ihc.score.ControlSlide;

/** The control slides of a run, by marker and batch. */
final class Batches {

  /** Slides of one marker that were stained together. */
  record Key(String marker, String batch) {

    /** Returns it as people read it. */
    String words() {
      return batch.isEmpty() ? marker : marker + " (batch " + batch + ")";
    }
  }

  private final Map<Key, BatchControls> batches;

  private Batches(Map<Key, BatchControls> batches) {
    this.batches = batches;
  }

  /** Reads the controls among the slides of these tables. */
  static Batches of(List<Path> tables) throws IOException {
    Map<Key, List<ControlSlide>> controls = new LinkedHashMap<>();
    for (Path table : tables) {
      List<ScoreRow> rows = new ArrayList<>();
      ScoreTables.read(
          table,
          row -> {
            if (row.wholeSlide() && row.text("role").endsWith("_control")) {
              rows.add(row);
            }
          });
      if (!rows.isEmpty()) {
        controls.computeIfAbsent(rows.get(0).batch(), key -> new ArrayList<>()).add(slide(rows));
      }
    }
    Map<Key, BatchControls> batches = new LinkedHashMap<>();
    controls.forEach((key, slides) -> batches.put(key, new BatchControls(slides)));
    return new Batches(batches);
  }

  private static ControlSlide slide(List<ScoreRow> rows) {
    ScoreRow first = rows.get(0);
    Map<Population, ControlSlide.Rate> rates = new EnumMap<>(Population.class);
    for (ScoreRow row : rows) {
      Optional<Population> population = row.population();
      if (population.isPresent() && row.scored()) {
        rates.put(
            population.get(),
            new ControlSlide.Rate(
                row.scoredCells(),
                row.number("positive_percent").orElseThrow(),
                row.number("h_score").orElseThrow()));
      }
    }
    String status = first.text("status");
    boolean result =
        (status.equals("ok") || status.equals("warning")) && !first.text("cells").isEmpty();
    return new ControlSlide(
        first.text("slide"),
        first.text("role").equals("negative_control"),
        rates,
        result ? "" : status + ", " + first.text("reason"));
  }

  /** Returns the controls of a row's marker and batch; there may be none. */
  BatchControls of(ScoreRow row) {
    return batches.getOrDefault(row.batch(), new BatchControls(List.of()));
  }

  /** Returns all of them, by marker and batch. */
  Map<Key, BatchControls> all() {
    return batches;
  }
}
