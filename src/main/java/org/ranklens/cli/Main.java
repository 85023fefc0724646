package org.ranklens.cli;

import picocli.CommandLine;

/** Where the process begins and ends. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    CommandLine command = RootCommand.commandLine(args);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setUsageHelpWidth(100);
    command.setUsageHelpLongOptionsMaxWidth(28);
    command.setParameterExceptionHandler(Failures::wrongUsage);
    command.setExecutionExceptionHandler(Failures::report);
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      return Failures.outOfMemory();
    } finally {
      StopSignal.workIsOver();
    }
  }
}
