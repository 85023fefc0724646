package org.ranklens.review;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranklens.GivenTable;
import org.ranklens.RefusedException;

/** The key: which code is which slide, and where its fields lie. It holds no result. */
final class KeyFile {

  private static final List<String> COLUMNS =
      List.of(
          "sheet",
          "case",
          "timepoint",
          "slide",
          "marker",
          "field",
          "chosen",
          "x_px",
          "y_px",
          "width_px",
          "height_px",
          "seed");

  private KeyFile() {}

  static void write(Path file, List<Sheet> sheets, long seed) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
      csv.writeRecord(COLUMNS);
      for (Sheet sheet : sheets) {
        for (int k = 0; k < sheet.fields().size(); k++) {
          Field field = sheet.fields().get(k);
          csv.writeRecord(
              sheet.code(),
              sheet.slide().caseCode(),
              sheet.slide().timepoint(),
              sheet.slide().name(),
              sheet.slide().marker(),
              Integer.toString(k + 1),
              field.amongGiants() ? "giant_cells" : "random",
              Integer.toString(field.x()),
              Integer.toString(field.y()),
              Integer.toString(field.width()),
              Integer.toString(field.height()),
              Long.toString(seed));
        }
      }
    }
  }

  /** What a code stands for. */
  record Entry(String caseCode, String slide) {}

  /** The slides by their codes. */
  static Map<String, Entry> read(Path file) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    GivenTable table = GivenTable.read(file);
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(table.separator()).ofNamedCsvRecord(table.text())) {
      for (NamedCsvRecord row : csv) {
        if (!row.getHeader().containsAll(List.of("sheet", "case", "slide"))) {
          throw new RefusedException(
              "is no key of scoring sheets", file.toString(), "", "give key.csv");
        }
        entries.put(row.getField("sheet"), new Entry(row.getField("case"), row.getField("slide")));
      }
    } catch (CsvParseException e) {
      throw new RefusedException(
          "is no key of scoring sheets", file.toString(), "", "give key.csv");
    }
    if (entries.isEmpty()) {
      throw new RefusedException("has no row", file.toString(), "", "give key.csv");
    }
    return entries;
  }
}
