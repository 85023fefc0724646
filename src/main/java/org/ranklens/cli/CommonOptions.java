package org.ranklens.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ranklens.Execution;
import org.ranklens.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command has. */
final class CommonOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads (default: the processor's cores).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Folder with the jars of Bio-Formats and dcm4che (default: plugins/).")
  private Path plugins;

  @Option(names = "--quiet", description = "No progress on standard error.")
  private boolean quiet;

  @Option(names = "--verbose", description = "Say more about what goes on and what went wrong.")
  private boolean verbose;

  /** Returns the threads and the progress that the options ask for; from here Ctrl-C is heard. */
  Execution execution() {
    if (threads < 1 || threads > 1024) {
      throw new ParameterException(
          command.commandLine(), "--threads must be from 1 to 1024, not " + threads);
    }
    listen();
    Progress progress =
        quiet
            ? new QuietProgress()
            : new ConsoleProgress(System.err, Boolean.getBoolean("ranklens.terminal"));
    return new Execution(threads, progress);
  }

  /** From here Ctrl-C is heard and the wish for more words known. */
  void listen() {
    if (verbose) {
      System.setProperty("ranklens.verbose", "true");
    }
    StopSignal.listen();
  }

  /** Returns whether nothing shall be said but trouble. */
  boolean quiet() {
    return quiet;
  }

  /** Says where to look now, if there is something. */
  void sayWritten(Path report) {
    if (!quiet && Files.exists(report)) {
      Failures.say("see " + report);
    }
  }

  /** Returns the folder in which Bio-Formats and dcm4che are looked for. */
  Path pluginFolder() {
    return plugins != null ? plugins : Path.of(System.getProperty("ranklens.home", "."), "plugins");
  }

  /** Says that no progress is shown, but hears the stop signal. */
  private static final class QuietProgress implements Progress {
    @Override
    public void begin(String task, long total) {}

    @Override
    public void advance(long steps) {}

    @Override
    public boolean cancelled() {
      return StopSignal.asked();
    }
  }
}
