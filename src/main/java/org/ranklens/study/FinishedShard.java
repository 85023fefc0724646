package org.ranklens.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ranklens.RefusedException;
import org.ranklens.report.Provenance.Run;

/**
 * The whole result of one shard.
 *
 * @param folder where it lies
 * @param shard which one it is
 * @param run its items
 * @param result its provenance
 */
record FinishedShard(Path folder, Shard shard, Run run, EarlierResult result) {

  private static final String AGAIN = "run every shard of one manifest with the same options";

  /**
   * Reads all shards of a run.
   *
   * @return in the order of their numbers
   * @throws RefusedException where they are not every shard of one run
   */
  static List<FinishedShard> allOf(List<Path> folders) throws IOException {
    List<FinishedShard> given = new ArrayList<>();
    for (Path folder : folders) {
      given.add(read(folder));
    }
    FinishedShard first = given.get(0);
    FinishedShard[] ordered = new FinishedShard[first.shard().of()];
    for (FinishedShard one : given) {
      one.checkLike(first);
      int place = one.shard().index() - 1;
      if (ordered[place] != null) {
        throw new RefusedException(
            "is shard " + one.shard() + ", and so is " + ordered[place].folder(),
            one.folder().toString(),
            "",
            "name each shard once");
      }
      ordered[place] = one;
    }
    checkComplete(ordered);
    return Arrays.asList(ordered);
  }

  private static FinishedShard read(Path folder) throws IOException {
    Optional<EarlierResult> result = EarlierResult.in(folder);
    Optional<Run> run = result.flatMap(EarlierResult::run);
    if (run.isEmpty()) {
      throw new RefusedException(
          Files.isDirectory(folder)
              ? "holds no finished result of 'ranklens run'"
              : "no such folder, so this shard is missing",
          folder.toString(),
          "",
          "run this shard again with --resume");
    }
    try {
      Shard shard = Shard.parse(result.orElseThrow().text("shard"));
      return new FinishedShard(folder, shard, run.orElseThrow(), result.orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          "is no shard but a whole result (" + result.orElseThrow().text("shard") + ")",
          folder.toString(),
          "",
          "name the shards' folders alone");
    }
  }

  private void checkLike(FinishedShard first) throws RefusedException {
    String difference = "";
    if (!result.text("version").equals(first.result.text("version"))) {
      difference = "another version of Ranklens";
    } else if (!result.root().path("settings").equals(first.result.root().path("settings"))) {
      difference = "other settings";
    } else if (!run.conditions().equals(first.run.conditions())) {
      difference = "other readers";
    } else if (!run.manifestSha256().equals(first.run.manifestSha256())) {
      difference = "another manifest";
    } else if (shard.of() != first.shard.of()) {
      difference = "another number of shards (" + shard + ")";
    }
    if (!difference.isEmpty()) {
      throw new RefusedException(
          "was made with " + difference + " than " + first.folder, folder.toString(), "", AGAIN);
    }
  }

  private static void checkComplete(FinishedShard[] ordered) throws RefusedException {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < ordered.length; i++) {
      if (ordered[i] == null) {
        missing.add(i + 1);
      }
    }
    if (!missing.isEmpty()) {
      String numbers = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
      throw new RefusedException(
          (missing.size() == 1 ? "shard " + numbers + " is" : "shards " + numbers + " are")
              + " missing of "
              + ordered.length,
          "",
          "",
          "name the folders of all shards");
    }
  }
}
