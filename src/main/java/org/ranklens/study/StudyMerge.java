package org.ranklens.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.report.OutputException;
import org.ranklens.report.Provenance.Run;
import org.ranklens.report.Provenance.RunItem;
import org.ranklens.report.ResultFolder;

/** Puts the shards of one run together into what one machine would have written. */
public final class StudyMerge {

  private StudyMerge() {}

  /**
   * Merges.
   *
   * @param folders results of every shard of a run, in any order
   * @param out must be none of them
   * @throws RefusedException where a shard is missing, there twice or of another run
   * @throws OutputException where {@code out} can't be written
   */
  public static StudyRun.Summary merge(List<Path> folders, Path out, Execution execution)
      throws IOException {
    for (Path folder : folders) {
      if (folder.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
        throw new OutputException(out + ": is one of the shards; give another --out.");
      }
    }
    List<FinishedShard> shards = FinishedShard.allOf(folders);
    return RunLock.holding(out, () -> merged(shards, out, execution));
  }

  private static StudyRun.Summary merged(List<FinishedShard> shards, Path out, Execution execution)
      throws IOException {
    RunFiles.withdraw(out);
    Run run = copy(shards, out, execution);
    FinishedShard first = shards.get(0);
    RunFiles.write(
        out,
        run,
        new RunFiles.Circumstances(
            (ObjectNode) first.result().root().path("settings"),
            first.result().root().path("threads").asInt(),
            first.result().root().path("tile_size_px").asInt(),
            "merged from " + shards.size()));
    List<String> failures =
        run.items().stream()
            .filter(item -> !item.item().status().equals("ok"))
            .map(item -> item.item().reason())
            .toList();
    return new StudyRun.Summary(run.items().size(), 0, failures);
  }

  /** The k-th item of the manifest is the next one of the k-th shard, round and round. */
  private static Run copy(List<FinishedShard> shards, Path out, Execution execution)
      throws IOException {
    int count = shards.stream().mapToInt(shard -> shard.run().items().size()).sum();
    execution.progress().begin("merging " + shards.size() + " shards", count);
    List<RunItem> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      execution.progress().check();
      FinishedShard shard = shards.get(i % shards.size());
      RunItem item = shard.run().items().get(i / shards.size());
      try (ResultFolder folder = ResultFolder.begin(out.resolve(item.folder()))) {
        copy(shard.folder().resolve(item.folder()), folder.path());
        folder.replace();
      }
      items.add(item);
      execution.progress().advance(1);
    }
    Run first = shards.get(0).run();
    return new Run(first.manifestSha256(), first.conditions(), items);
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(from)) {
      paths = walk.sorted().toList();
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path).toString());
      if (!Files.isDirectory(path)) {
        Files.copy(path, target);
      } else if (!Files.isDirectory(target)) {
        Files.createDirectory(target);
      }
    }
  }
}
