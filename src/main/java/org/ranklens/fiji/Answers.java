package org.ranklens.fiji;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.PlainNumber;

/** Turns what was typed into what it means, or says which field is wrong and why. */
final class Answers {

  private Answers() {}

  /** Returns a path that need not exist. */
  static Path path(String text, String field) {
    if (text.isEmpty()) {
      throw new WrongAnswerException("'" + field + "' is empty; choose a place.");
    }
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new WrongAnswerException("'" + field + "': " + text + " is no path.");
    }
  }

  /** Returns a folder that exists. */
  static Path folder(String text, String field) {
    Path folder = path(text, field);
    if (!Files.isDirectory(folder)) {
      throw new WrongAnswerException("'" + field + "': there is no folder " + folder + ".");
    }
    return folder;
  }

  /** Returns a file that exists. */
  static Path file(String text, String field) {
    Path file = path(text, field);
    if (!Files.isRegularFile(file)) {
      throw new WrongAnswerException("'" + field + "': there is no file " + file + ".");
    }
    return file;
  }

  /** Returns a file that exists, or nothing where the field is empty. */
  static Optional<Path> optionalFile(String text, String field) {
    return text.isEmpty() ? Optional.empty() : Optional.of(file(text, field));
  }

  /** Returns a number above 0, or nothing where the field is empty. */
  static OptionalDouble optionalPositive(String text, String field) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = PlainNumber.of(text.replace(',', '.'));
    if (number.isEmpty()) {
      throw new WrongAnswerException("'" + field + "': " + text + " is no number.");
    }
    if (number.getAsDouble() <= 0) {
      throw new WrongAnswerException("'" + field + "' must be above 0, not " + text + ".");
    }
    return number;
  }
}
