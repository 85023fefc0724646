package org.ranklens.review;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ranklens.ihc.cell.Population;

/** The sheet that readers fill in: a row per coded slide and population. */
final class ScoringTable {

  static final List<String> PERCENTS = List.of("percent_0", "percent_1", "percent_2", "percent_3");

  static final List<String> COLUMNS =
      List.of(
          "sheet",
          "population",
          "percent_0",
          "percent_1",
          "percent_2",
          "percent_3",
          "reader",
          "session",
          "seconds",
          "comment");

  private ScoringTable() {}

  static void write(Path file, List<Sheet> sheets) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
      csv.writeRecord(COLUMNS);
      for (Sheet sheet : sheets) {
        for (Population population : Population.onEverySlide()) {
          csv.writeRecord(sheet.code(), population.csvName(), "", "", "", "", "", "1", "", "");
        }
      }
    }
  }
}
