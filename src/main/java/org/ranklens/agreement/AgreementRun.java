package org.ranklens.agreement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranklens.Progress;
import org.ranklens.RefusedException;
import org.ranklens.report.ResultFolder;

/** Computes how readers agree and writes table and page. */
public final class AgreementRun {

  private static final String GROUP_PEOPLE = "people";
  private static final String GROUP_ALL = "all readers";

  private AgreementRun() {}

  /**
   * Reads {@code readings.csv} and writes {@code agreement.csv} and {@code agreement.html}.
   *
   * @return the rows of the table
   * @throws RefusedException where the readings can't be used, or nobody has read what another has
   */
  public static List<AgreementRow> run(Path readings, Path out) throws IOException {
    return run(readings, out, Progress.silent());
  }

  /** Does the same, and asks between two pairs of readers whether to go on. */
  public static List<AgreementRow> run(Path readings, Path out, Progress progress)
      throws IOException {
    List<ReaderTable> tables = tables(ReadingsFile.read(readings), readings);
    List<AgreementRow> rows = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (ReaderTable table : tables) {
      for (Pair pair : table.pairs()) {
        progress.check();
        pairs.add(pair);
        rows.addAll(rows(table, pair.readerA, pair.readerB, pair.n(), PairStatistics.of(pair)));
      }
      if (table.pairs().isEmpty()) {
        rows.addAll(alone(table));
      }
      group(table, table.people(), GROUP_PEOPLE, rows);
      if (table.people().size() < table.readers().size()) {
        group(table, table.readers(), GROUP_ALL, rows);
      }
    }
    if (pairs.stream().allMatch(pair -> pair.n() == 0)) {
      throw new RefusedException(
          "no two readers, or two sessions of one, have read the same case",
          readings.toString(),
          "",
          "agreement needs at least two; the machine counts as one");
    }
    progress.check();
    try (ResultFolder folder = ResultFolder.beginInside(out)) {
      AgreementTable.write(folder.path().resolve("agreement.csv"), rows);
      AgreementPage.write(folder.path().resolve("agreement.html"), rows, pairs);
      folder.moveUp();
    }
    return rows;
  }

  /** Kappa and ICC of several readers at once; two are a pair already. */
  private static void group(
      ReaderTable table, List<String> readers, String name, List<AgreementRow> rows) {
    if (readers.size() > 2) {
      double[][] values = table.together(readers);
      rows.addAll(rows(table, name, "", values.length, GroupStatistics.of(values, table.metric())));
    }
  }

  private static List<AgreementRow> alone(ReaderTable table) {
    Estimate none = Estimate.undefined("", "only one reader has read this");
    return rows(table, table.readers().get(0), "", 0, Map.of("cohen_kappa", none));
  }

  private static List<ReaderTable> tables(List<Reading> readings, Path file)
      throws RefusedException {
    Map<String, ReaderTable> tables = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      for (String population : List.of("all", "multinucleated", "mononuclear")) {
        tables.put(key(metric, population), new ReaderTable(metric, population));
      }
    }
    for (Reading reading : readings) {
      tables.get(key(reading.metric(), reading.population())).add(reading, file);
    }
    return tables.values().stream().filter(table -> !table.readers().isEmpty()).toList();
  }

  private static String key(Metric metric, String population) {
    return metric.csvName() + " " + population;
  }

  private static List<AgreementRow> rows(
      ReaderTable table, String readerA, String readerB, int n, Map<String, Estimate> estimates) {
    List<AgreementRow> rows = new ArrayList<>();
    estimates.forEach(
        (statistic, estimate) ->
            rows.add(
                new AgreementRow(
                    table.metric(),
                    table.population(),
                    readerA,
                    readerB,
                    n,
                    statistic,
                    estimate.value(),
                    estimate.low(),
                    estimate.high(),
                    estimate.method(),
                    status(estimate),
                    estimate.reason())));
    return rows;
  }

  private static String status(Estimate estimate) {
    if (estimate.value().isEmpty()) {
      return "refused";
    }
    return estimate.reason().isEmpty() ? "ok" : "warning";
  }
}
