package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.report.Columns;
import org.ranklens.report.Concatenation;
import org.ranklens.report.HtmlReport;
import org.ranklens.report.Provenance;
import org.ranklens.report.ResultFolder;

/** Runs the items of a manifest, one after the other, each on all threads. */
public final class StudyRun {

  /**
   * What became of a run.
   *
   * @param items how many items there were
   * @param failures the sentences of those without a result
   */
  public record Summary(int items, List<String> failures) {
    public Summary {
      failures = List.copyOf(failures);
    }
  }

  private StudyRun() {}

  /**
   * Runs a manifest and writes every file of {@code docs/data-dictionary.md} into {@code out}.
   *
   * @throws org.ranklens.report.OutputException where {@code out} can't be written
   * @throws IOException where the manifest is not valid
   */
  public static Summary run(Manifest manifest, Path out, Workplace workplace) throws IOException {
    List<Item> items = workplace.shard().of(manifest.items());
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      workplace.execution().progress().check();
      try (ResultFolder folder = ResultFolder.begin(out.resolve(item.folder()))) {
        Outcome outcome = ItemWork.run(item, folder.path(), workplace);
        folder.replace();
        if (!outcome.good()) {
          failures.add(outcome.reason());
        }
      }
    }
    writeTables(items, out, workplace);
    return new Summary(items.size(), failures);
  }

  /** Runs one item and writes its files straight into {@code out}. */
  public static Outcome runOne(Item item, Path out, Workplace workplace) throws IOException {
    try (ResultFolder folder = ResultFolder.beginInside(out)) {
      Outcome outcome = ItemWork.run(item, folder.path(), workplace);
      folder.moveUp();
      return outcome;
    }
  }

  private static void writeTables(List<Item> items, Path out, Workplace workplace)
      throws IOException {
    try (ResultFolder folder = ResultFolder.beginInside(out)) {
      table(items, out, folder.path(), "ihc.csv", Columns.IHC);
      table(items, out, folder.path(), "suv.csv", Columns.SUV);
      table(items, out, folder.path(), "lesions.csv", Columns.LESIONS);
      table(items, out, folder.path(), "response.csv", Columns.RESPONSE);
      table(items, out, folder.path(), "registration.csv", Columns.REGISTRATION);
      new Provenance(
              "run",
              workplace.settings().resultSettings(),
              List.of(),
              List.of(),
              workplace.execution().threads(),
              workplace.settings().ihc().tileSizePx(),
              workplace.shard().toString())
          .write(folder.path());
      List<Path> folders = items.stream().map(item -> out.resolve(item.folder())).toList();
      HtmlReport.ofRun(out, folders, folder.path());
      folder.moveUp();
    }
  }

  private static void table(
      List<Item> items, Path out, Path folder, String name, List<String> columns)
      throws IOException {
    List<Path> parts =
        items.stream().map(item -> out.resolve(item.folder()).resolve(name)).toList();
    Concatenation.write(folder.resolve(name), columns, parts);
  }
}
