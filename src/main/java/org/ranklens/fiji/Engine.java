package org.ranklens.fiji;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.study.Item;
import org.ranklens.study.Outcome;
import org.ranklens.study.StudyRun;
import org.ranklens.study.StudySettings;
import org.ranklens.study.Workplace;

/** One run of what the command line runs, watched by ImageJ's status bar and Escape. */
final class Engine {

  private final EscapeProgress progress = new EscapeProgress();
  private final Workplace workplace;

  /**
   * Reads the settings.
   *
   * @param settings a file of settings; empty for the defaults
   */
  Engine(Optional<Path> settings) throws IOException {
    StudySettings read =
        settings.isPresent()
            ? StudySettings.read(settings.orElseThrow())
            : StudySettings.defaults();
    Execution execution = new Execution(Runtime.getRuntime().availableProcessors(), progress);
    workplace = Workplace.of(read, applicationLibraries(), execution);
  }

  Workplace workplace() {
    return workplace;
  }

  /** Writes the files of an item, or says why there is no result. */
  void run(Item item, Path output, Workplace adapted) throws IOException {
    Outcome outcome = StudyRun.runOne(item, output, adapted);
    if (!outcome.good()) {
      progress.end("");
      throw new WrongAnswerException(outcome.reason());
    }
    progress.end("Ranklens: done, the results are in " + output);
  }

  /** Fiji brings Bio-Formats, and ImageJ's users drop its jar into plugins/. */
  private static PluginFolders applicationLibraries() {
    String home = IJ.getDirectory("imagej");
    List<Path> folders = home == null ? List.of() : List.of(Path.of(home, "ranklens", "plugins"));
    return new PluginFolders(IJ.getClassLoader(), folders);
  }
}
