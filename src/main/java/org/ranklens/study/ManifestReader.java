package org.ranklens.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.GivenFile;
import org.ranklens.GivenTable;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.pet.suv.Sex;

/** Reads the rows of a manifest and names what is wrong by line and column. */
final class ManifestReader {

  private static final List<String> REQUIRED =
      List.of("case", "timepoint", "date", "kind", "marker", "path", "roi");
  private static final List<String> OPTIONAL =
      List.of(
          "role",
          "batch",
          "pixel_size_um",
          "weight_kg",
          "height_m",
          "sex",
          "injected_mbq",
          "injection_datetime",
          "pet_series",
          "ct_series",
          "cycles");

  private static final double BQ_PER_MBQ = 1e6;

  private final ManifestCells cells;

  private ManifestReader(ManifestCells cells) {
    this.cells = cells;
  }

  static List<ManifestRow> read(Path file) throws IOException {
    GivenFile.check(file, "give the manifest's path");
    List<ManifestRow> rows = new ArrayList<>();
    GivenTable table = GivenTable.read(file);
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(table.separator())
            .skipEmptyLines(true)
            .ofNamedCsvRecord(table.text())) {
      boolean first = true;
      for (NamedCsvRecord csv : reader) {
        if (first) {
          checkHeader(file, csv.getHeader());
          first = false;
        }
        checkCells(file, csv);
        rows.add(new ManifestReader(new ManifestCells(file, csv)).row());
      }
    } catch (CsvParseException e) {
      throw new RefusedException(
          "is not a CSV table: " + e.getMessage(), file.toString(), "", "save it as CSV (UTF-8)");
    }
    if (rows.isEmpty()) {
      throw new RefusedException(
          "has no rows below its first line",
          file.toString(),
          "",
          "begin with the line "
              + String.join(",", REQUIRED)
              + " and list a slide or a PET/CT folder in each row below it");
    }
    return rows;
  }

  /** A cell more than columns is a path with a comma, a single one mostly a forgotten quote. */
  private static void checkCells(Path file, NamedCsvRecord csv) throws IOException {
    int columns = csv.getHeader().size();
    List<String> cells = csv.getFields();
    String place = file + " line " + csv.getStartingLineNumber();
    if (cells.size() == 1) {
      throw new RefusedException(
          "has one cell instead of " + columns,
          place,
          "",
          "check whether a quotation mark is missing or another separator was used");
    }
    if (cells.size() > columns
        && cells.subList(columns, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
      throw new RefusedException(
          "has %s cells, the header %s".formatted(cells.size(), columns),
          place,
          "",
          "put cells that hold a comma into quotation marks");
    }
  }

  private static void checkHeader(Path file, List<String> header) throws IOException {
    for (String column : REQUIRED) {
      if (!header.contains(column)) {
        throw new RefusedException(
            "the column is missing",
            file.toString(),
            column,
            "the columns are " + String.join(",", REQUIRED) + ", without spaces, in small letters");
      }
    }
    for (String column : header) {
      if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
        throw new RefusedException(
            "the column is unknown",
            file.toString(),
            column,
            "optional columns are " + String.join(", ", OPTIONAL));
      }
    }
  }

  private ManifestRow row() throws IOException {
    cells.checkOneLine();
    ManifestRow.Kind kind = kind();
    String marker = cells.text("marker").toUpperCase(Locale.ROOT);
    if (kind == ManifestRow.Kind.IHC && marker.isEmpty()) {
      throw cells.refused("is empty", "marker", "name the slide's marker, such as RANK or RANKL");
    }
    return new ManifestRow(
        cells.line(),
        cells.required("case"),
        cells.required("timepoint"),
        cells.optional("date", LocalDate::parse, "a date is written as 2024-03-31"),
        kind,
        marker,
        cells
            .path("path")
            .orElseThrow(() -> cells.refused("is empty", "path", "name the slide or folder")),
        cells.path("roi"),
        role(),
        cells.text("batch"),
        cells.number("pixel_size_um", 0.1, 2, "micrometres"),
        overrides(),
        cycles(),
        new SeriesChoice(cells.named("pet_series"), cells.named("ct_series")));
  }

  private ManifestRow.Kind kind() throws RefusedException {
    return switch (cells.text("kind")) {
      case "ihc" -> ManifestRow.Kind.IHC;
      case "petct" -> ManifestRow.Kind.PETCT;
      default -> throw cells.refused("is '" + cells.text("kind") + "'", "kind", "use ihc or petct");
    };
  }

  private ManifestRow.Role role() throws RefusedException {
    return switch (cells.text("role")) {
      case "", "sample" -> ManifestRow.Role.SAMPLE;
      case "negative_control" -> ManifestRow.Role.NEGATIVE_CONTROL;
      case "positive_control" -> ManifestRow.Role.POSITIVE_CONTROL;
      default ->
          throw cells.refused(
              "is '" + cells.text("role") + "'",
              "role",
              "use sample, negative_control or positive_control");
    };
  }

  private PatientOverrides overrides() throws RefusedException {
    OptionalDouble injectedMbq = cells.number("injected_mbq", PatientOverrides.INJECTED_MBQ);
    return new PatientOverrides(
        cells.number("weight_kg", PatientOverrides.WEIGHT_KG),
        cells.number("height_m", PatientOverrides.HEIGHT_M),
        sex(),
        injectedMbq.isPresent()
            ? OptionalDouble.of(injectedMbq.getAsDouble() * BQ_PER_MBQ)
            : OptionalDouble.empty(),
        cells.optional(
            "injection_datetime",
            LocalDateTime::parse,
            "a date and time is written as 2024-03-31T10:15:00"));
  }

  private Optional<Sex> sex() throws RefusedException {
    return switch (cells.text("sex").toUpperCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "M" -> Optional.of(Sex.MALE);
      case "F" -> Optional.of(Sex.FEMALE);
      case "O" -> Optional.of(Sex.OTHER);
      default -> throw cells.refused("is '" + cells.text("sex") + "'", "sex", "use M, F or O");
    };
  }

  private OptionalInt cycles() throws RefusedException {
    OptionalDouble cycles = cells.number("cycles", 0, 100, "cycles");
    if (cycles.isEmpty()) {
      return OptionalInt.empty();
    }
    if (cycles.getAsDouble() != Math.rint(cycles.getAsDouble())) {
      throw cells.refused("is '" + cells.text("cycles") + "'", "cycles", "give a whole number");
    }
    return OptionalInt.of((int) cycles.getAsDouble());
  }
}
