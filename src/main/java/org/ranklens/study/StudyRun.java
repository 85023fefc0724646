package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.ranklens.report.Provenance.OneItem;
import org.ranklens.report.Provenance.Run;
import org.ranklens.report.Provenance.RunItem;
import org.ranklens.report.ResultFolder;
import org.slf4j.LoggerFactory;

/** Runs the items of a manifest, one after the other, each on all threads. */
public final class StudyRun {

  /**
   * What became of a run.
   *
   * @param items how many items there were
   * @param kept how many of them an earlier run had done
   * @param failures the sentences of those without a result
   */
  public record Summary(int items, int kept, List<String> failures) {
    public Summary {
      failures = List.copyOf(failures);
    }
  }

  private static final String FAILED = "failed";

  private final Path out;
  private final Workplace workplace;
  private final String conditions;
  private boolean changing;

  /** Whether an earlier run came to its end: the files of all its items are whole. */
  private boolean finishedBefore;

  /** Folders of items that failed, which may not be on disk yet. */
  private final List<Path> unforced = new ArrayList<>();

  private StudyRun(Path out, Workplace workplace) throws IOException {
    this.out = out;
    this.workplace = workplace;
    conditions = ItemOrigin.conditions(workplace);
  }

  /**
   * Runs a manifest and writes every file of {@code docs/data-dictionary.md} into {@code out}.
   *
   * @param resume whether items stay that are complete and made from the same inputs, settings and
   *     version
   * @throws org.ranklens.report.OutputException where {@code out} can't be written
   * @throws IOException where the manifest is not valid
   */
  public static Summary run(Manifest manifest, Path out, Workplace workplace, boolean resume)
      throws IOException {
    List<Item> items = workplace.shard().of(manifest.items());
    String manifestSha = InputFile.of(manifest.file(), workplace.execution()).get(0).sha256();
    return RunLock.holding(out, () -> new StudyRun(out, workplace).all(items, manifestSha, resume));
  }

  /**
   * Runs one item and writes its files straight into {@code out}.
   *
   * @throws org.ranklens.report.OutputException where {@code out} can't be written, or another run
   *     is writing there
   */
  public static Outcome runOne(Item item, Path out, Workplace workplace) throws IOException {
    ItemOrigin origin = ItemOrigin.of(item, ItemOrigin.conditions(workplace), List.of(), workplace);
    return RunLock.holding(out, () -> runOne(item, origin, out, workplace));
  }

  private static Outcome runOne(Item item, ItemOrigin origin, Path out, Workplace workplace)
      throws IOException {
    try (ResultFolder folder = ResultFolder.beginInside(out)) {
      Outcome outcome = ItemWork.run(item, origin, folder.path(), workplace);
      folder.moveUp();
      return outcome;
    }
  }

  private Summary all(List<Item> items, String manifestSha, boolean resume) throws IOException {
    sweep(items);
    finishedBefore = EarlierResult.in(out).flatMap(EarlierResult::run).isPresent();
    List<RunItem> done = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int kept = 0;
    for (Item item : items) {
      workplace.execution().progress().check();
      Optional<EarlierResult> earlier =
          resume ? EarlierResult.in(out.resolve(item.folder())) : Optional.empty();
      List<InputFile> known = earlier.map(EarlierResult::inputs).orElse(List.of());
      ItemOrigin origin = ItemOrigin.of(item, conditions, known, workplace);
      Optional<OneItem> before = earlier.flatMap(EarlierResult::item);
      boolean stays = before.filter(origin::gave).isPresent();
      OneItem state = stays ? before.orElseThrow() : work(item, origin, before);
      kept += stays ? 1 : 0;
      done.add(new RunItem(item.folder(), state));
      if (!state.status().equals("ok")) {
        failures.add(state.reason());
      }
    }
    Run run = new Run(manifestSha, conditions, done);
    ResultFolder.forceAll(unforced);
    if (changing || !alreadyThere(run)) {
      RunFiles.write(out, run, RunFiles.Circumstances.of(workplace));
    }
    return new Summary(items.size(), kept, failures);
  }

  /** Nobody else writes here: what lies there half done is of a run that died. */
  private void sweep(List<Item> items) throws IOException {
    ResultFolder.sweep(out);
    Set<Path> parents = new TreeSet<>();
    items.forEach(item -> parents.add(out.resolve(item.folder()).getParent()));
    for (Path parent : parents) {
      ResultFolder.sweep(parent);
    }
  }

  private OneItem work(Item item, ItemOrigin origin, Optional<OneItem> before) throws IOException {
    try (ResultFolder folder = ResultFolder.begin(out.resolve(item.folder()))) {
      Outcome outcome = outcome(item, origin, folder.path());
      OneItem state = new OneItem(outcome.status(), outcome.reason(), origin.digest());
      if (before.filter(state::equals).isPresent() && finishedBefore) {
        // It failed again as it had before: what lies there is true.
        return state;
      }
      if (!changing) {
        RunFiles.withdraw(out);
        changing = true;
      }
      if (outcome.status().equals(FAILED)) {
        // Should the machine stop before, a run that goes on works on it again.
        folder.replaceUnforced();
        unforced.add(out.resolve(item.folder()));
      } else {
        folder.replace();
      }
      return state;
    }
  }

  /** A fault of ours on one item must not cost the night's work on the others. */
  private Outcome outcome(Item item, ItemOrigin origin, Path folder) throws IOException {
    try {
      return ItemWork.run(item, origin, folder, workplace);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (ofMemory(e)) {
        throw e;
      }
      LoggerFactory.getLogger(StudyRun.class).error("internal error on {}", item.folder(), e);
      return ItemWork.fault(item, origin, folder, workplace, e);
    }
  }

  private static boolean ofMemory(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private boolean alreadyThere(Run run) throws IOException {
    Optional<EarlierResult> there = EarlierResult.in(out);
    return there.flatMap(EarlierResult::run).filter(run::equals).isPresent()
        && there.orElseThrow().text("shard").equals(workplace.shard().toString());
  }
}
