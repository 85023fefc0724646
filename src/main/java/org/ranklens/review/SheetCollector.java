package org.ranklens.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ranklens.RefusedException;
import org.ranklens.agreement.Reading;
import org.ranklens.agreement.ReadingsFile;
import org.ranklens.report.ResultFolder;

/** Turns filled scoring sheets and their key into {@code readings.csv}. */
public final class SheetCollector {

  /** How the machine reads the same fields; it lies beside the key. */
  static final String MACHINE_FILE = "machine.csv";

  private static final int MOST_PROBLEMS = 10;

  private SheetCollector() {}

  /**
   * Writes {@code readings.csv}: of the people, and of the machine where its file lies beside the
   * key.
   *
   * @return the readings
   * @throws RefusedException where cells of a sheet can't be used; the message names their rows and
   *     columns
   */
  public static List<Reading> collect(List<Path> sheets, Path key, Path out) throws IOException {
    Map<String, KeyFile.Entry> entries = KeyFile.read(key);
    List<Reading> readings = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Path sheet : sheets) {
      FilledSheet filled = FilledSheet.read(sheet, entries, seen);
      readings.addAll(filled.readings());
      problems.addAll(filled.problems());
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(words(problems), "", "", "correct these cells and collect again");
    }
    Path machine = key.toAbsolutePath().resolveSibling(MACHINE_FILE);
    if (Files.isRegularFile(machine)) {
      readings.addAll(ReadingsFile.read(machine));
    }
    try (ResultFolder folder = ResultFolder.beginInside(out)) {
      ReadingsFile.write(folder.path().resolve("readings.csv"), readings);
      folder.moveUp();
    }
    return readings;
  }

  private static String words(List<String> problems) {
    String first = String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    int more = problems.size() - MOST_PROBLEMS;
    return more > 0 ? first + "; and " + more + " more" : first;
  }
}
