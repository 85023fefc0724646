package org.ranklens.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PublishedRate;
import org.ranklens.ihc.score.PublishedRate.Call;
import org.ranklens.report.ItemPage.PageTable;

/**
 * {@code cohort.csv}: how many cases of this study each protocol calls positive or overexpressing,
 * beside the rates that were published for it.
 *
 * @param rates a row each
 */
record CohortTable(List<CohortRate> rates) {

  /** Below this a study is a case, and its rate on the page would be read for more than it is. */
  private static final int LEAST_CASES = 2;

  CohortTable {
    rates = List.copyOf(rates);
  }

  static CohortTable of(CohortCases cases, List<MarkerProtocol> protocols) {
    List<CohortRate> rates = new ArrayList<>();
    for (String marker : cases.markers()) {
      for (MarkerProtocol protocol : distinct(protocols, marker)) {
        for (Population population : Population.values()) {
          List<Double> values = cases.values(marker, population, protocol.metric());
          if (values.isEmpty() && !Population.onEverySlide().contains(population)) {
            continue;
          }
          for (Call call : Call.values()) {
            rates.addAll(rates(protocol, population, call, values));
          }
        }
      }
    }
    return new CohortTable(rates);
  }

  /** One of the settings replaces a shipped one of the same name: a lab has edited it. */
  private static List<MarkerProtocol> distinct(List<MarkerProtocol> protocols, String marker) {
    Map<String, MarkerProtocol> byName = new LinkedHashMap<>();
    for (MarkerProtocol protocol : protocols) {
      if (protocol.marker().equalsIgnoreCase(marker)) {
        byName.putIfAbsent(protocol.name(), protocol);
      }
    }
    return List.copyOf(byName.values());
  }

  private static List<CohortRate> rates(
      MarkerProtocol protocol, Population population, Call call, List<Double> values) {
    List<PublishedRate> published =
        protocol.published().stream().filter(rate -> rate.call() == call).toList();
    boolean hasCut =
        call == Call.POSITIVE
            ? protocol.positiveFrom().isPresent() || protocol.overexpressedFrom().isPresent()
            : protocol.overexpressedFrom().isPresent();
    if (!hasCut && published.isEmpty()) {
      return List.of();
    }
    int called = (int) values.stream().filter(value -> protocol.calls(value, call)).count();
    int of = hasCut ? values.size() : 0;
    if (published.isEmpty()) {
      return List.of(new CohortRate(protocol, population, call, of, called, Optional.empty()));
    }
    return published.stream()
        .map(rate -> new CohortRate(protocol, population, call, of, called, Optional.of(rate)))
        .toList();
  }

  void write(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, Columns.COHORT)) {
      for (CohortRate rate : rates) {
        table.row(rate.csv());
      }
    }
  }

  /** Returns the page's table: each protocol by the population it is made for. */
  Optional<PageTable> page() {
    List<List<String>> rows =
        rates.stream()
            .filter(rate -> rate.population() == rate.protocol().population())
            .filter(rate -> rate.cases() >= LEAST_CASES)
            .map(CohortRate::page)
            .toList();
    String note =
        "A case counts by its first time point, of several slides the highest score. Intervals of"
            + " Wilson, 95 %. A published rate comes from other antibodies, eyes and cut-offs: a"
            + " rate far from it is a reason to look, not a result. All populations are in"
            + " cohort.csv.";
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageTable(
                "Rates of this study beside published ones", note, CohortRate.COLUMNS, rows));
  }
}
