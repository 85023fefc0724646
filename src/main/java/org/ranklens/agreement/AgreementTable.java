package org.ranklens.agreement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Writes {@code agreement.csv}. */
final class AgreementTable {

  static final List<String> COLUMNS =
      List.of(
          "metric",
          "population",
          "reader_a",
          "reader_b",
          "n",
          "statistic",
          "estimate",
          "ci_low",
          "ci_high",
          "method",
          "status",
          "reason");

  private AgreementTable() {}

  static void write(Path file, List<AgreementRow> rows) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
      csv.writeRecord(COLUMNS);
      for (AgreementRow row : rows) {
        csv.writeRecord(
            row.metric().csvName(),
            row.population(),
            row.readerA(),
            row.readerB(),
            Integer.toString(row.n()),
            row.statistic(),
            number(row.estimate()),
            number(row.ciLow()),
            number(row.ciHigh()),
            row.method(),
            row.status(),
            row.reason());
      }
    }
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? Decimal.shortest(value.getAsDouble()) : "";
  }
}
