package org.ranklens.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file being written: RFC 4180 but for lines that end in LF, UTF-8, a dot as decimal mark.
 */
final class CsvTable implements Closeable {

  private final CsvWriter csv;
  private final int width;

  private CsvTable(CsvWriter csv, int width) {
    this.csv = csv;
    this.width = width;
  }

  static CsvTable create(Path file, List<String> columns) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    csv.writeRecord(columns);
    return new CsvTable(csv, columns.size());
  }

  void row(List<String> fields) throws IOException {
    if (fields.size() != width) {
      throw new IllegalArgumentException(fields.size() + " fields for " + width + " columns");
    }
    try {
      csv.writeRecord(fields);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
