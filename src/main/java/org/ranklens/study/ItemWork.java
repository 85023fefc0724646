package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.CorruptTileException;
import org.ranklens.report.HtmlReport;
import org.ranklens.report.OutputException;
import org.ranklens.report.Provenance;
import org.ranklens.report.Provenance.OneItem;
import org.ranklens.report.ResultFolder;

/** Works on one item: its result, or the row that says why there is none, and its provenance. */
final class ItemWork {

  private static final String SKIPPING =
      " The setting ihc.skipBadTiles (ihc --skip-bad-tiles) leaves it out.";

  private ItemWork() {}

  /**
   * Writes all files of an item.
   *
   * @param folder an empty folder
   * @throws OutputException where the files can't be written
   */
  static Outcome run(Item item, ItemOrigin origin, Path folder, Workplace workplace)
      throws IOException {
    List<String> readers = new ArrayList<>();
    try {
      Outcome outcome = attempt(item, origin, folder, workplace, readers);
      finish(item, origin, folder, workplace, readers, outcome);
      return outcome;
    } catch (OutputException e) {
      throw e;
    } catch (IOException e) {
      ResultFolder.checkRoom(folder);
      throw e;
    }
  }

  /** Writes the files of an item on which Ranklens itself broke down. */
  static Outcome fault(
      Item item, ItemOrigin origin, Path folder, Workplace workplace, RuntimeException e)
      throws IOException {
    Outcome outcome = fail(item, folder, workplace, new Outcome("failed", "internal error: " + e));
    finish(item, origin, folder, workplace, List.of(), outcome);
    return outcome;
  }

  private static void finish(
      Item item,
      ItemOrigin origin,
      Path folder,
      Workplace workplace,
      List<String> readers,
      Outcome outcome)
      throws IOException {
    new Provenance(
            item instanceof Item.Ihc ? "ihc" : "pet",
            workplace.settings().resultSettings(),
            inputs(origin.files()),
            readers,
            workplace.execution().threads(),
            workplace.settings().ihc().tileSizePx(),
            workplace.shard().toString(),
            new OneItem(outcome.status(), outcome.reason(), origin.digest()))
        .write(folder);
    HtmlReport.ofItem(folder);
  }

  static List<Provenance.Input> inputs(List<InputFile> files) {
    return files.stream()
        .map(f -> new Provenance.Input(f.name(), f.bytes(), f.sha256(), f.modified()))
        .toList();
  }

  private static Outcome attempt(
      Item item, ItemOrigin origin, Path folder, Workplace workplace, List<String> readers)
      throws IOException {
    try {
      if (origin.trouble().isPresent()) {
        throw origin.trouble().orElseThrow();
      }
      if (item instanceof Item.Ihc slide) {
        readers.add(SlideWork.run(slide, folder, workplace));
      } else {
        readers.addAll(ScanWork.run((Item.PetCt) item, folder, workplace));
      }
      return Outcome.ok();
    } catch (OutputException e) {
      throw e;
    } catch (RefusedException e) {
      return fail(item, folder, workplace, new Outcome("refused", e.getMessage()));
    } catch (CorruptTileException e) {
      ResultFolder.checkRoom(folder);
      return fail(item, folder, workplace, new Outcome("failed", e.getMessage() + SKIPPING));
    } catch (IOException e) {
      ResultFolder.checkRoom(folder);
      return fail(item, folder, workplace, new Outcome("failed", Sentences.of(e)));
    }
  }

  private static Outcome fail(Item item, Path folder, Workplace workplace, Outcome outcome)
      throws IOException {
    empty(folder);
    List<Path> inputs = ItemOrigin.allInputs(item, workplace);
    Outcome row = new Outcome(outcome.status(), withoutFolders(inputs, outcome.reason()));
    if (item instanceof Item.Ihc slide) {
      SlideWork.writeFailure(slide, folder, row);
    } else {
      ScanWork.writeFailure((Item.PetCt) item, folder, row);
    }
    return outcome;
  }

  /**
   * Names an input by its own name: where it lies differs from machine to machine, a table must
   * not, and a folder's name can be a patient's.
   */
  private static String withoutFolders(List<Path> inputs, String reason) {
    String words = reason;
    for (Path input : inputs) {
      Path name = input.getFileName();
      if (name != null) {
        words = words.replace(input.toString(), name.toString());
        words = words.replace(input.toAbsolutePath().toString(), name.toString());
      }
    }
    return words;
  }

  private static void empty(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
