package org.ranklens.study;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.GivenFile;
import org.ranklens.PlainNumber;
import org.ranklens.PlainText;
import org.ranklens.RefusedException;
import org.ranklens.ValueRange;

/** The cells of one row of a manifest. */
final class ManifestCells {

  private final Path file;
  private final NamedCsvRecord csv;

  ManifestCells(Path file, NamedCsvRecord csv) {
    this.file = file;
    this.csv = csv;
  }

  /** Returns the line on which the row begins. */
  int line() {
    return Math.toIntExact(csv.getStartingLineNumber());
  }

  /** Names and paths stand on one line of tables, messages and folders. */
  void checkOneLine() throws RefusedException {
    for (Map.Entry<String, String> cell : csv.getFieldsAsMap().entrySet()) {
      String text = cell.getValue().strip();
      if (!PlainText.isOneLine(text)) {
        throw refused(
            "is " + PlainText.quoted(text) + ", with a line break or another control character",
            cell.getKey(),
            "write it on one line");
      }
    }
  }

  /** Returns a cell, or empty where nothing stands in it. */
  Optional<String> named(String column) {
    return Optional.of(text(column)).filter(name -> !name.isEmpty());
  }

  /** Returns a number within bounds, or empty. */
  OptionalDouble number(String column, double least, double most, String unit)
      throws RefusedException {
    return number(column, new ValueRange(least, most, unit));
  }

  /** Returns a number within bounds, or empty. */
  OptionalDouble number(String column, ValueRange range) throws RefusedException {
    String text = text(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble value = PlainNumber.of(text);
    if (value.isPresent() && range.holds(value.getAsDouble())) {
      return value;
    }
    throw refused("is '" + text + "'", column, "give a number " + range.words());
  }

  /** Throws {@link DateTimeParseException} where it can't. */
  interface Parser<T> {
    T parse(String text);
  }

  /** Returns what a parser makes of a cell, or empty. */
  <T> Optional<T> optional(String column, Parser<T> parser, String remedy) throws RefusedException {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.parse(text));
    } catch (DateTimeParseException e) {
      throw refused("is '" + text + "'" + impossible(e), column, remedy);
    }
  }

  /** Returns what to say of a date that is written rightly, but is in no calendar. */
  private static String impossible(DateTimeParseException e) {
    return e.getCause() == null ? "" : ", which does not exist";
  }

  /** Returns a path relative to the manifest, or empty. */
  Optional<Path> path(String column) throws RefusedException {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (GivenFile.isAddress(text)) {
      throw refused("is the address '" + text + "'", column, GivenFile.TAKE_A_PATH);
    }
    try {
      Path parent = file.toAbsolutePath().getParent();
      return Optional.of(parent.resolve(text).normalize());
    } catch (InvalidPathException e) {
      throw refused("is '" + text + "'", column, "give a path of this system");
    }
  }

  /** Returns a cell in which something must stand. */
  String required(String column) throws RefusedException {
    String text = text(column);
    if (text.isEmpty()) {
      throw refused("is empty", column, "give it in every row");
    }
    return text;
  }

  /** Returns a cell, empty also where the column is missing. */
  String text(String column) {
    return csv.findField(column).map(String::strip).orElse("");
  }

  /** Returns what is wrong with a cell, by line and column. */
  RefusedException refused(String what, String column, String remedy) {
    return new RefusedException(
        column + " " + what, file + " line " + csv.getStartingLineNumber(), column, remedy);
  }
}
