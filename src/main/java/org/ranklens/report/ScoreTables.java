package org.ranklens.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the {@code ihc.csv} of slides, row by row. */
final class ScoreTables {

  /** Takes a row. */
  interface Taker {
    void take(ScoreRow row) throws IOException;
  }

  private ScoreTables() {}

  /**
   * Reads one table; one that does not exist has no rows.
   *
   * @throws IOException where it has other columns
   */
  static void read(Path table, Taker taker) throws IOException {
    if (!Files.exists(table)) {
      return;
    }
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(table, StandardCharsets.UTF_8)) {
      boolean header = true;
      for (CsvRecord fields : csv) {
        if (!header) {
          taker.take(new ScoreRow(fields.getFields()));
        } else if (!fields.getFields().equals(Columns.IHC)) {
          throw new IOException(table + ": has other columns; it is of another version.");
        }
        header = false;
      }
    }
  }

  /** Reads the tables of several slides, in their order. */
  static void read(List<Path> tables, Taker taker) throws IOException {
    for (Path table : tables) {
      read(table, taker);
    }
  }
}
