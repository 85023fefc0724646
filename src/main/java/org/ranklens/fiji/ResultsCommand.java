package org.ranklens.fiji;

import ij.IJ;
import ij.Prefs;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shows what an earlier run wrote, whichever door it came in by. */
final class ResultsCommand {

  private static final String REPORT = "report";
  private static final String TABLES = "tables";
  private static final String FOLDER = "folder";
  private static final List<List<String>> WINDOWS =
      List.of(
          List.of("ihc.csv", ScoreCommand.SCORES),
          List.of("cells.csv", ScoreCommand.CELLS),
          List.of("lesions.csv", PetCommand.LESIONS),
          List.of("response.csv", PetCommand.RESPONSE));

  private ResultsCommand() {}

  static void run() throws IOException {
    Questions questions = Questions.open("Show Results Folder");
    questions.folder("Results folder", Prefs.get(Preferences.OUTPUT, ""));
    questions.choice("Show", List.of(REPORT, TABLES, FOLDER), REPORT);
    if (questions.ask()) {
      show(Answers.folder(questions.nextText(), "Results"), questions.nextChoice());
    }
  }

  private static void show(Path folder, String what) throws IOException {
    if (!Files.isRegularFile(folder.resolve("provenance.json"))) {
      throw new WrongAnswerException(
          folder + " holds no results of Ranklens: there is no provenance.json in it.");
    }
    switch (what) {
      case TABLES -> tables(folder);
      case FOLDER -> desktop(folder);
      default -> Documentation.browse(folder.resolve("report.html"));
    }
  }

  private static void tables(Path folder) throws IOException {
    for (List<String> window : WINDOWS) {
      Path csv = folder.resolve(window.get(0));
      if (Files.isRegularFile(csv)) {
        Tables.show(csv, window.get(1));
      }
    }
  }

  private static void desktop(Path folder) throws IOException {
    if (!GraphicsEnvironment.isHeadless()
        && Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
      Desktop.getDesktop().open(folder.toFile());
    } else {
      IJ.log("Ranklens: the results are in " + folder);
    }
  }
}
