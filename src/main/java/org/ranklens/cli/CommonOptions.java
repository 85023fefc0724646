package org.ranklens.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ranklens.Execution;
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
  private int threads = CommandExecution.defaultThreads();

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
    return CommandExecution.of(threads(), quiet, verbose);
  }

  /** From here Ctrl-C is heard and the wish for more words known. */
  void listen() {
    CommandExecution.listen(verbose);
  }

  /** Returns the number of worker threads. */
  int threads() {
    if (!CommandExecution.allows(threads)) {
      throw new ParameterException(
          command.commandLine(), "--threads must be from 1 to 1024, not " + threads);
    }
    return threads;
  }

  /** Returns whether more shall be said. */
  boolean verbose() {
    return verbose;
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
    return plugins != null ? plugins : CommandExecution.defaultPlugins();
  }
}
