package org.ranklens.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol.Metric;

/**
 * The scores that stand for each case: those of its first time point; of several slides of it the
 * highest.
 */
final class CohortCases {

  private record Key(String marker, String caseCode) {}

  private static final Map<Metric, String> COLUMNS =
      Map.of(
          Metric.POSITIVE_PERCENT,
          "positive_percent",
          Metric.H_SCORE,
          "h_score",
          Metric.ALLRED_TOTAL,
          "allred_total",
          Metric.IRS_TOTAL,
          "irs_total");

  private final Map<Key, String> timepoints = new LinkedHashMap<>();
  private final Map<Key, Map<Population, Map<Metric, Double>>> scores = new LinkedHashMap<>();

  /** Adds a row of a sample's whole slide; the first time point that has a score counts. */
  void add(ScoreRow row) {
    if (!row.scored() || row.population().isEmpty()) {
      return;
    }
    Key key = new Key(row.text("marker"), row.text("case"));
    if (!timepoints
        .computeIfAbsent(key, k -> row.text("timepoint"))
        .equals(row.text("timepoint"))) {
      return;
    }
    Map<Metric, Double> metrics =
        scores
            .computeIfAbsent(key, k -> new EnumMap<>(Population.class))
            .computeIfAbsent(row.population().get(), p -> new EnumMap<>(Metric.class));
    COLUMNS.forEach(
        (metric, column) -> {
          OptionalDouble value = row.number(column);
          value.ifPresent(v -> metrics.merge(metric, v, Math::max));
        });
  }

  /** Returns the markers, in the order of the manifest. */
  Set<String> markers() {
    Set<String> markers = new java.util.LinkedHashSet<>();
    scores.keySet().forEach(key -> markers.add(key.marker()));
    return markers;
  }

  /** Returns the score of every case that has one. */
  List<Double> values(String marker, Population population, Metric metric) {
    List<Double> values = new ArrayList<>();
    scores.forEach(
        (key, populations) -> {
          Map<Metric, Double> metrics = populations.getOrDefault(population, Map.of());
          if (key.marker().equals(marker) && metrics.containsKey(metric)) {
            values.add(metrics.get(metric));
          }
        });
    return values;
  }
}
