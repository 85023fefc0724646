package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranklens.Execution;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.study.Manifest;
import org.ranklens.study.Shard;
import org.ranklens.study.StudyCheck;
import org.ranklens.study.StudyRun;
import org.ranklens.study.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
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

  @Option(
      names = "--check",
      description = "Only read the manifest and the inputs' headers; measure and write nothing.")
  private boolean check;

  @Option(names = "--json", description = "With --check: print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (out == null && !check) {
      throw new UsageException("--out DIR is needed, or --check");
    }
    if (json && !check) {
      throw new UsageException("--json goes with --check alone");
    }
    Execution execution = common.execution();
    Workplace workplace =
        Workplace.of(settingsArgument.read(), PluginFolders.of(common.pluginFolder()), execution)
            .withShard(part());
    if (check) {
      return tell(StudyCheck.of(Manifest.read(manifest), workplace));
    }
    StudyRun.Summary summary = StudyRun.run(Manifest.read(manifest), out, workplace, resume);
    if (resume && !common.quiet()) {
      Failures.say(summary.kept() + " of " + summary.items() + " items were done before");
    }
    return tell(summary, out, common);
  }

  private int tell(StudyCheck checked) {
    if (json) {
      System.out.println(checked.json());
    } else {
      checked.bad().forEach(item -> Failures.say(item.folder() + ": " + item.reason()));
      Failures.say(
          (checked.items().size() - checked.bad().size())
              + " of "
              + checked.items().size()
              + " items can be worked on");
    }
    return checked.bad().isEmpty() ? ExitCode.DONE : ExitCode.SOME_ITEMS_FAILED;
  }

  /** Says which items have no result and where the rest is; returns the code that says so. */
  static int tell(StudyRun.Summary summary, Path out, CommonOptions common) {
    int failed = summary.failures().size();
    summary.failures().forEach(Failures::say);
    if (failed > 0) {
      Failures.say(failed + " of " + summary.items() + " items have no result");
    }
    common.sayWritten(out.resolve("report.html"));
    return failed > 0 ? ExitCode.SOME_ITEMS_FAILED : ExitCode.DONE;
  }

  private Shard part() {
    try {
      return Shard.parse(shard);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--shard: " + e.getMessage());
    }
  }
}
