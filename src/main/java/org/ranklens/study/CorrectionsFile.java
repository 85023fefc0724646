package org.ranklens.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ranklens.GivenFile;
import org.ranklens.GivenTable;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.lesion.LesionCorrection;

/**
 * Names of lesions and corrections of the rules: CSV with the columns {@code name,x_mm,y_mm,z_mm}
 * and, optional, {@code action} ({@code name}, {@code drop}, {@code keep}, {@code liver}, {@code
 * aorta}; empty is name) and {@code timepoint} (in whose coordinates the point lies; empty is the
 * first).
 */
public final class CorrectionsFile {

  private CorrectionsFile() {}

  /**
   * Reads a file.
   *
   * @throws RefusedException where a column is missing or a value not valid; names line and column
   */
  public static List<LesionCorrection> read(Path file) throws IOException {
    GivenFile.check(file, "give the names' file");
    List<LesionCorrection> corrections = new ArrayList<>();
    GivenTable table = GivenTable.read(file);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(table.separator()).ofNamedCsvRecord(table.text())) {
      for (NamedCsvRecord row : rows) {
        corrections.add(correction(table, file, row));
      }
    } catch (CsvParseException e) {
      throw new RefusedException(
          "is not a CSV table: " + e.getMessage(), file.toString(), "", "save it as CSV (UTF-8)");
    }
    return corrections;
  }

  private static LesionCorrection correction(GivenTable table, Path file, NamedCsvRecord row)
      throws RefusedException {
    Point3 point =
        new Point3(
            number(table, file, row, "x_mm"),
            number(table, file, row, "y_mm"),
            number(table, file, row, "z_mm"));
    String action = row.findField("action").orElse("").strip().toUpperCase(Locale.ROOT);
    String name = row.findField("name").orElse("").strip();
    String timepoint = row.findField("timepoint").orElse("").strip();
    if (!List.of("", "NAME", "DROP", "KEEP", "LIVER", "AORTA").contains(action)) {
      throw refused(file, row, "action", "use name, drop, keep, liver or aorta");
    }
    LesionCorrection.Action what =
        action.isEmpty() ? LesionCorrection.Action.NAME : LesionCorrection.Action.valueOf(action);
    if (what == LesionCorrection.Action.NAME && name.isEmpty()) {
      throw refused(file, row, "name", "give the lesion's name");
    }
    return new LesionCorrection(timepoint, what, name, point);
  }

  private static double number(GivenTable table, Path file, NamedCsvRecord row, String column)
      throws RefusedException {
    return table
        .number(row.findField(column).orElse("").strip())
        .orElseThrow(
            () -> refused(file, row, column, "give millimetres in DICOM patient coordinates"));
  }

  private static RefusedException refused(
      Path file, NamedCsvRecord row, String column, String remedy) {
    return new RefusedException(
        column + " is '" + row.findField(column).orElse("") + "'",
        file + " line " + row.getStartingLineNumber(),
        column,
        remedy);
  }
}
