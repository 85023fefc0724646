package org.ranklens.agreement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ranklens.GivenTable;
import org.ranklens.RefusedException;

/** Reads and writes {@code readings.csv}. */
public final class ReadingsFile {

  /** The columns, in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "case",
          "slide",
          "roi",
          "population",
          "metric",
          "reader",
          "session",
          "value",
          "seconds",
          "comment");

  private static final List<String> NEEDED =
      List.of("case", "slide", "population", "metric", "reader", "value");

  private static final List<String> POPULATIONS = List.of("all", "multinucleated", "mononuclear");

  private ReadingsFile() {}

  /**
   * Reads a file.
   *
   * @throws RefusedException where a row can't be used; the message names row and column
   */
  public static List<Reading> read(Path file) throws IOException {
    List<Reading> readings = new ArrayList<>();
    GivenTable table = GivenTable.read(file);
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(table.separator()).ofNamedCsvRecord(table.text())) {
      for (NamedCsvRecord row : csv) {
        if (readings.isEmpty()) {
          checkHeader(row, file);
        }
        readings.add(reading(table, row, file));
      }
    } catch (CsvParseException e) {
      throw new RefusedException("is no CSV table", file.toString(), "", "save it as CSV, UTF-8");
    }
    if (readings.isEmpty()) {
      throw new RefusedException("has no readings", file.toString(), "", "fill in rows");
    }
    return readings;
  }

  private static void checkHeader(NamedCsvRecord row, Path file) throws RefusedException {
    for (String column : NEEDED) {
      if (!row.getHeader().contains(column)) {
        throw new RefusedException(
            "has no column " + column,
            file.toString(),
            "",
            "its columns are " + String.join(",", COLUMNS));
      }
    }
  }

  private static Reading reading(GivenTable table, NamedCsvRecord row, Path file)
      throws RefusedException {
    Metric metric =
        Metric.named(field(row, "metric"))
            .orElseThrow(
                () ->
                    refused(
                        row,
                        file,
                        "metric",
                        "use positive_percent, h_score, allred_total, irs_total or"
                            + " intensity_class"));
    double value = number(table, row, file, "value");
    if (!metric.allows(value)) {
      throw refused(row, file, "value", metric.csvName() + " is " + metric.allowed());
    }
    if (!POPULATIONS.contains(field(row, "population"))) {
      throw refused(row, file, "population", "use " + String.join(", ", POPULATIONS));
    }
    if (field(row, "reader").isEmpty()) {
      throw refused(row, file, "reader", "say who read it");
    }
    String seconds = field(row, "seconds");
    return new Reading(
        field(row, "case"),
        field(row, "slide"),
        field(row, "roi"),
        field(row, "population"),
        metric,
        field(row, "reader"),
        field(row, "session"),
        value,
        seconds.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(number(table, row, file, "seconds")),
        field(row, "comment"));
  }

  private static String field(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).orElse("");
  }

  private static double number(GivenTable table, NamedCsvRecord row, Path file, String column)
      throws RefusedException {
    return table
        .number(field(row, column))
        .orElseThrow(() -> refused(row, file, column, "give a number with a dot as decimal mark"));
  }

  private static RefusedException refused(
      NamedCsvRecord row, Path file, String column, String remedy) {
    String value = field(row, column);
    String what = value.isEmpty() ? "is empty" : "'" + value + "' can't be used";
    return new RefusedException(
        "row " + row.getStartingLineNumber() + ", column " + column + " " + what,
        file.toString(),
        "",
        remedy);
  }

  /** Writes readings in the order given. */
  public static void write(Path file, List<Reading> readings) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
      csv.writeRecord(COLUMNS);
      for (Reading reading : readings) {
        csv.writeRecord(
            reading.caseCode(),
            reading.slide(),
            reading.roi(),
            reading.population(),
            reading.metric().csvName(),
            reading.reader(),
            reading.session(),
            Decimal.shortest(reading.value()),
            reading.seconds().isPresent()
                ? Decimal.rounded(reading.seconds().getAsDouble(), 3)
                : "",
            reading.comment());
      }
    }
  }
}
