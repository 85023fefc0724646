package org.ranklens.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ranklens.pet.dicom.DicomReaderChoice;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.suv.PatientOverrides;
import org.ranklens.study.SuvRun;

/**
 * The usual arguments of {@code suv}, read without picocli: to describe the command to it takes a
 * quarter of the whole process. Whatever is out of the ordinary, mistakes and {@code --help} among
 * it, is left to picocli, so that nobody but it ever says what is wrong.
 */
final class PlainSuv {

  private static final List<String> VALUED =
      List.of("--out", "--volume", "--mask", "--series", "--settings", "--plugins", "--threads");
  private static final List<String> FLAGS = List.of("--quiet", "--verbose");

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> flags = new HashSet<>();
  private String folder = "";

  private PlainSuv() {}

  /** What the arguments ask for, or empty where picocli has to read them. */
  static Optional<SuvOrder> read(String... args) {
    if (args.length == 0 || !args[0].equals("suv")) {
      return Optional.empty();
    }
    PlainSuv plain = new PlainSuv();
    return plain.takeAll(args) ? plain.order() : Optional.empty();
  }

  private boolean takeAll(String[] args) {
    int at = 1;
    while (at < args.length) {
      int used = take(args[at], at + 1 < args.length ? args[at + 1] : "");
      if (used == 0) {
        return false;
      }
      at += used;
    }
    return !folder.isEmpty() && values.containsKey("--out");
  }

  /** How many arguments were used: none where they are not plain. */
  private int take(String argument, String next) {
    if (FLAGS.contains(argument)) {
      return flags.add(argument) ? 1 : 0;
    }
    if (VALUED.contains(argument)) {
      return isPlain(next) && values.put(argument, next) == null ? 2 : 0;
    }
    if (isPlain(argument) && folder.isEmpty()) {
      folder = argument;
      return 1;
    }
    return 0;
  }

  /** Neither an option nor a file of arguments, nor in quotes. */
  private static boolean isPlain(String value) {
    return !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
  }

  private Optional<SuvOrder> order() {
    int count;
    try {
      String threads = values.get("--threads");
      count = threads == null ? CommandExecution.defaultThreads() : Integer.parseInt(threads);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    if (!CommandExecution.allows(count)) {
      return Optional.empty();
    }
    try {
      return Optional.of(order(count));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private SuvOrder order(int threads) {
    SuvRun.Request request =
        new SuvRun.Request(
            Path.of(folder),
            path("--mask"),
            path("--volume"),
            new SeriesChoice(Optional.ofNullable(values.get("--series")), Optional.empty()),
            PatientOverrides.none());
    return new SuvOrder(
        request,
        Path.of(values.get("--out")),
        DicomReaderChoice.AUTO,
        path("--settings"),
        path("--plugins").orElseGet(CommandExecution::defaultPlugins),
        threads,
        flags.contains("--quiet"),
        flags.contains("--verbose"));
  }

  private Optional<Path> path(String option) {
    return Optional.ofNullable(values.get(option)).map(Path::of);
  }
}
