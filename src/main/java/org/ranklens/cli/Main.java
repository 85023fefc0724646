package org.ranklens.cli;

import java.util.Locale;

/** Where the process begins and ends. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    // Numbers look the same on every machine, whatever digits its language has.
    Locale.setDefault(Locale.ROOT);
    try {
      return StandardOutput.check(RootCommand.run(args));
    } catch (OutOfMemoryError e) {
      return Failures.outOfMemory();
    } finally {
      StopSignal.workIsOver();
    }
  }
}
