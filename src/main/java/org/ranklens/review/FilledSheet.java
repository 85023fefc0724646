package org.ranklens.review;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ranklens.GivenTable;
import org.ranklens.PlainNumber;
import org.ranklens.RefusedException;
import org.ranklens.agreement.Reading;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.ClassCounts;

/**
 * A scoring sheet as it came back: comma or semicolon between columns, dot or comma in numbers, as
 * spreadsheets write them.
 *
 * @param readings what could be read
 * @param problems cells that can't be used, each with file, row and column
 */
record FilledSheet(List<Reading> readings, List<String> problems) {

  /** Percents become whole numbers of so many parts: finer than anybody reads. */
  private static final int PER_PERCENT = 1_000_000;

  private static final double SUM_TOLERANCE = 0.5;

  /**
   * Reads a sheet.
   *
   * @param seen what was read before, to which this is added: a sheet given twice would count twice
   */
  static FilledSheet read(Path file, Map<String, KeyFile.Entry> key, Set<String> seen)
      throws IOException {
    GivenTable table = GivenTable.read(file);
    FilledSheet sheet = new FilledSheet(new ArrayList<>(), new ArrayList<>());
    boolean empty = true;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(table.separator()).ofNamedCsvRecord(table.text())) {
      for (NamedCsvRecord row : csv) {
        checkHeader(row, file);
        new FilledRow(row, file, sheet).read(key, seen);
        empty = false;
      }
    } catch (CsvParseException e) {
      throw new RefusedException("is no CSV table", file.toString(), "", "save it as CSV (UTF-8)");
    }
    if (empty) {
      throw new RefusedException("has no rows", file.toString(), "", "give a filled scoring.csv");
    }
    return sheet;
  }

  private static void checkHeader(NamedCsvRecord row, Path file) throws RefusedException {
    List<String> needed = new ArrayList<>(List.of("sheet", "population"));
    needed.addAll(ScoringTable.PERCENTS);
    for (String column : needed) {
      if (!row.getHeader().contains(column)) {
        throw new RefusedException(
            "has no column " + column, file.toString(), "", "give a filled scoring.csv");
      }
    }
  }

  /** One row, with the place of what is wrong in it. */
  private record FilledRow(NamedCsvRecord row, Path file, FilledSheet sheet) {

    void read(Map<String, KeyFile.Entry> key, Set<String> seen) {
      KeyFile.Entry entry = key.get(field("sheet"));
      Optional<Population> population =
          Arrays.stream(Population.values())
              .filter(p -> p.csvName().equals(field("population")))
              .findFirst();
      if (entry == null) {
        problem("sheet", "'" + field("sheet") + "' is no code of the key");
      } else if (population.isEmpty()) {
        problem("population", "'" + field("population") + "' is no population");
      } else if (!seen.add(field("sheet") + population.get() + reader() + field("session"))) {
        problem("sheet", field("sheet") + " and population are there twice");
      } else {
        percents()
            .ifPresent(
                counts ->
                    sheet
                        .readings()
                        .addAll(
                            HandScore.readings(
                                entry.caseCode(),
                                entry.slide(),
                                population.get(),
                                counts,
                                reader(),
                                field("session"),
                                seconds(),
                                field("comment"))));
      }
    }

    /** Empty where there are no such cells, or where the row can't be used. */
    private Optional<ClassCounts> percents() {
      List<String> written = ScoringTable.PERCENTS.stream().map(this::field).toList();
      if (written.stream().allMatch(String::isEmpty)) {
        if (!"none".equalsIgnoreCase(field("comment"))) {
          problem(
              "percent_0", "the row is empty; write none into comment where there are no cells");
        }
        return Optional.empty();
      }
      long[] counts = new long[4];
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        OptionalDouble percent = percent(ScoringTable.PERCENTS.get(k));
        if (percent.isEmpty()) {
          return Optional.empty();
        }
        sum += percent.getAsDouble();
        counts[k] = Math.round(percent.getAsDouble() * PER_PERCENT);
      }
      if (Math.abs(sum - 100) > SUM_TOLERANCE) {
        problem("percent_0 to percent_3", "they add up to " + sum + ", not to 100");
        return Optional.empty();
      }
      return Optional.of(new ClassCounts(counts[0], counts[1], counts[2], counts[3]));
    }

    /** A cell left empty beside filled ones is zero. */
    private OptionalDouble percent(String column) {
      String text = field(column);
      if (text.isEmpty()) {
        return OptionalDouble.of(0);
      }
      OptionalDouble value = PlainNumber.of(text.replace(',', '.').replace("%", "").strip());
      if (value.isPresent() && value.getAsDouble() >= 0 && value.getAsDouble() <= 100) {
        return value;
      }
      problem(column, "'" + text + "' is no percent from 0 to 100");
      return OptionalDouble.empty();
    }

    private OptionalDouble seconds() {
      String text = field("seconds").replace(',', '.');
      if (text.isEmpty()) {
        return OptionalDouble.empty();
      }
      OptionalDouble value = PlainNumber.of(text);
      if (value.isPresent() && value.getAsDouble() >= 0) {
        return value;
      }
      problem("seconds", "'" + text + "' is no number");
      return OptionalDouble.empty();
    }

    private String reader() {
      String reader = field("reader");
      String name = file.getFileName().toString();
      return reader.isEmpty() ? name.replaceFirst("\\.[^.]*$", "") : reader;
    }

    private String field(String column) {
      return row.findField(column).map(String::strip).orElse("");
    }

    private void problem(String column, String what) {
      sheet
          .problems()
          .add(
              file.getFileName()
                  + " row "
                  + row.getStartingLineNumber()
                  + ", column "
                  + column
                  + ": "
                  + what);
    }
  }
}
