package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.BatchControls;
import org.ranklens.ihc.score.ControlSettings;
import org.ranklens.ihc.score.ControlSlide;
import org.ranklens.report.ItemPage.PageColumn;
import org.ranklens.report.ItemPage.PageTable;

/** What the page says of control slides. */
final class ControlPage {

  private static final List<PageColumn> COLUMNS =
      List.of(
          new PageColumn("Marker", "", false),
          new PageColumn("Batch", "", false),
          new PageColumn("Control", "", false),
          new PageColumn("Slide", "", false),
          new PageColumn("Cells", "", false),
          new PageColumn("n", "scored", true),
          new PageColumn("Positive", "%", true),
          new PageColumn("H-score", "0-300", true));

  private ControlPage() {}

  /**
   * Returns the table of all controls, empty where there are none.
   *
   * @param uncontrolled what was stained without a negative control
   */
  static Optional<PageTable> table(
      Batches batches, Set<Batches.Key> uncontrolled, ControlSettings settings) {
    List<List<String>> rows = new ArrayList<>();
    batches
        .all()
        .forEach((key, controls) -> controls.slides().forEach(slide -> rows(key, slide, rows)));
    String note =
        "By the settings of the samples. A negative control above "
            + Row.decimal(settings.negativeWarningPercent(), 1)
            + " % positive, or a positive one below "
            + Row.decimal(settings.positiveWarningPercent(), 1)
            + " % in every population, is a warning beside each score of its marker and batch."
            + without(uncontrolled);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new PageTable("Control slides", note, COLUMNS, rows));
  }

  private static String without(Set<Batches.Key> uncontrolled) {
    return uncontrolled.isEmpty()
        ? ""
        : " Without a negative control: "
            + uncontrolled.stream().map(Batches.Key::words).collect(Collectors.joining(", "))
            + ".";
  }

  private static void rows(Batches.Key batch, ControlSlide slide, List<List<String>> rows) {
    String kind = slide.negative() ? "negative" : "positive";
    if (!slide.trouble().isEmpty()) {
      rows.add(
          List.of(
              batch.marker(),
              batch.batch(),
              kind,
              slide.name(),
              "no result: " + slide.trouble(),
              "",
              "",
              ""));
    }
    for (Population population : Population.values()) {
      ControlSlide.Rate rate = slide.rates().get(population);
      if (rate != null) {
        rows.add(
            List.of(
                batch.marker(),
                batch.batch(),
                kind,
                slide.name(),
                IhcPage.words(population),
                Long.toString(rate.cells()),
                Row.decimal(rate.positivePercent(), 1),
                Row.decimal(rate.hScore(), 0)));
      }
    }
  }

  /** Returns what the controls stain of the row's population, in a sentence; empty without any. */
  static Optional<String> sentence(ScoreRow row, BatchControls controls) {
    Optional<Population> population = row.population();
    if (population.isEmpty() || population.get() != Population.ALL) {
      return Optional.empty();
    }
    String text =
        Stream.of(
                part("negative", controls.names(true), controls.negative(Population.ALL)),
                part("positive", controls.names(false), controls.positive(Population.ALL)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(row.text("marker") + " controls by the same settings: " + text + ".");
  }

  private static Optional<String> part(
      String kind, String names, Optional<ControlSlide.Rate> rate) {
    return rate.map(
        r ->
            "%s control (%s) %s %% of its cells positive, H-score %s"
                .formatted(
                    kind, names, Row.decimal(r.positivePercent(), 1), Row.decimal(r.hScore(), 0)));
  }
}
