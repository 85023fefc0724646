package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.ihc.cell.Population;

/**
 * A row of a slide's {@code ihc.csv}, read back.
 *
 * @param fields in the order of {@link Columns#IHC}
 */
record ScoreRow(List<String> fields) {

  ScoreRow {
    fields = List.copyOf(fields);
  }

  String text(String column) {
    return fields.get(Columns.IHC.indexOf(column));
  }

  OptionalDouble number(String column) {
    String text = text(column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  boolean wholeSlide() {
    return text("roi").isEmpty();
  }

  boolean scored() {
    return !text("positive_percent").isEmpty();
  }

  long scoredCells() {
    return Long.parseLong(text("cells")) - Long.parseLong(text("cells_without_cytoplasm"));
  }

  Optional<Population> population() {
    for (Population population : Population.values()) {
      if (population.csvName().equals(text("population"))) {
        return Optional.of(population);
      }
    }
    return Optional.empty();
  }

  /** Returns the marker and batch that its controls share with it. */
  Batches.Key batch() {
    return new Batches.Key(text("marker"), text("batch"));
  }

  ScoreRow with(String column, String value) {
    List<String> changed = new ArrayList<>(fields);
    changed.set(Columns.IHC.indexOf(column), value);
    return new ScoreRow(changed);
  }
}
