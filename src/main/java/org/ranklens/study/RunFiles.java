package org.ranklens.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ranklens.report.Columns;
import org.ranklens.report.Concatenation;
import org.ranklens.report.HtmlReport;
import org.ranklens.report.Provenance;
import org.ranklens.report.Provenance.Run;
import org.ranklens.report.Provenance.RunItem;
import org.ranklens.report.ResultFolder;
import org.ranklens.report.StudyPage;
import org.ranklens.report.StudyScores;

/** The files at the top of a run's folder, made from those of its items alone. */
final class RunFiles {

  private static final List<String> NAMES =
      List.of(
          // First, for it stands for all of them.
          Provenance.NAME,
          "report.html",
          "ihc.csv",
          "cohort.csv",
          "suv.csv",
          "lesions.csv",
          "response.csv",
          "registration.csv");

  /**
   * What the run's provenance says beside its items.
   *
   * @param settings every setting that changes a result
   * @param threads worker threads
   * @param tileSizePx edge of a tile
   * @param shard {@code I/N}, or how many were merged
   */
  record Circumstances(ObjectNode settings, int threads, int tileSizePx, String shard) {
    static Circumstances of(Workplace workplace) {
      return new Circumstances(
          workplace.settings().resultSettings(),
          workplace.execution().threads(),
          workplace.settings().ihc().tileSizePx(),
          workplace.shard().toString());
    }
  }

  private RunFiles() {}

  /** Takes away what will no longer be true of the items: a run that dies leaves no old table. */
  static void withdraw(Path out) throws IOException {
    for (String name : NAMES) {
      Files.deleteIfExists(out.resolve(name));
    }
  }

  /** Writes them, streaming. */
  static void write(Path out, Run run, Circumstances circumstances) throws IOException {
    try (ResultFolder folder = ResultFolder.beginInside(out)) {
      List<Path> folders = run.items().stream().map(item -> out.resolve(item.folder())).toList();
      StudySettings settings = StudySettings.of(circumstances.settings());
      StudyPage study =
          StudyScores.write(folder.path(), folders, settings.controls(), settings.allProtocols());
      table(run, out, folder.path(), "suv.csv", Columns.SUV);
      table(run, out, folder.path(), "lesions.csv", Columns.LESIONS);
      table(run, out, folder.path(), "response.csv", Columns.RESPONSE);
      table(run, out, folder.path(), "registration.csv", Columns.REGISTRATION);
      new Provenance(
              "run",
              circumstances.settings(),
              inputs(out, run),
              readers(out, run),
              circumstances.threads(),
              circumstances.tileSizePx(),
              circumstances.shard(),
              run)
          .write(folder.path());
      HtmlReport.ofRun(out, folders, study, folder.path());
      folder.moveUp();
    }
  }

  private static void table(Run run, Path out, Path folder, String name, List<String> columns)
      throws IOException {
    List<Path> parts =
        run.items().stream().map(item -> out.resolve(item.folder()).resolve(name)).toList();
    Concatenation.write(folder.resolve(name), columns, parts);
  }

  private static List<Provenance.Input> inputs(Path out, Run run) throws IOException {
    List<Provenance.Input> inputs = new ArrayList<>();
    for (RunItem item : run.items()) {
      Optional<EarlierResult> result = EarlierResult.in(out.resolve(item.folder()));
      for (InputFile file : result.map(EarlierResult::inputs).orElse(List.of())) {
        String name = item.folder() + "/" + file.name();
        inputs.add(new Provenance.Input(name, file.bytes(), file.sha256(), file.modified()));
      }
    }
    return inputs;
  }

  private static List<String> readers(Path out, Run run) throws IOException {
    List<String> readers = new ArrayList<>();
    for (RunItem item : run.items()) {
      Optional<EarlierResult> result = EarlierResult.in(out.resolve(item.folder()));
      result.ifPresent(one -> readers.addAll(one.readers()));
    }
    return readers;
  }
}
