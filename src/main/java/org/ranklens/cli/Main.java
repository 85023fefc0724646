package org.ranklens.cli;

import java.io.IOException;
import java.util.Optional;

/** Where the process begins and ends. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    try {
      Optional<SuvOrder> suv = PlainSuv.read(args);
      return suv.isPresent() ? run(suv.get()) : RootCommand.run(args);
    } catch (OutOfMemoryError e) {
      return Failures.outOfMemory();
    } finally {
      StopSignal.workIsOver();
    }
  }

  private static int run(SuvOrder suv) {
    try {
      return suv.run();
    } catch (IOException | RuntimeException e) {
      return Failures.report(e);
    }
  }
}
