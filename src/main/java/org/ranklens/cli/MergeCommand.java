package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ranklens.study.StudyMerge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    mixinStandardHelpOptions = true,
    description = "Puts the shards of one run together: what one machine would have written.")
final class MergeCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "The results of every 'run --shard I/N', in any order.")
  private List<Path> shards;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the merged result; it is made if missing.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    return RunCommand.tell(StudyMerge.merge(shards, out, common.execution()), out, common);
  }
}
