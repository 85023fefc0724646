package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranklens.Execution;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.study.Manifest;
import org.ranklens.study.Shard;
import org.ranklens.study.StudyRun;
import org.ranklens.study.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "The main job: everything that a manifest lists, to tables, figures and a report.")
final class RunCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private SettingsArgument settingsArgument;

  @Parameters(paramLabel = "MANIFEST.csv", description = "The list of slides and scans.")
  private Path manifest;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the results; it is made if missing.")
  private Path out;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Work on every N-th item, from the I-th; 'merge' puts the parts together.")
  private String shard = "1/1";

  @Option(
      names = "--resume",
      description = "Keep what an earlier run has done from the same inputs, settings and version.")
  private boolean resume;

  @Override
  public Integer call() throws IOException {
    Execution execution = common.execution();
    Workplace workplace =
        Workplace.of(settingsArgument.read(), PluginFolders.of(common.pluginFolder()), execution)
            .withShard(part());
    StudyRun.Summary summary = StudyRun.run(Manifest.read(manifest), out, workplace, resume);
    if (resume && !common.quiet()) {
      Failures.say(summary.kept() + " of " + summary.items() + " items were done before");
    }
    return tell(summary);
  }

  /** Says which items have no result, and returns the code that says so. */
  static int tell(StudyRun.Summary summary) {
    summary.failures().forEach(Failures::say);
    if (!summary.failures().isEmpty()) {
      Failures.say(summary.failures().size() + " of " + summary.items() + " items have no result");
      return ExitCode.SOME_ITEMS_FAILED;
    }
    return ExitCode.DONE;
  }

  private Shard part() {
    try {
      return Shard.parse(shard);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--shard: " + e.getMessage());
    }
  }
}
