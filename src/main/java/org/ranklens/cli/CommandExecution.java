package org.ranklens.cli;

import java.nio.file.Path;
import org.ranklens.Execution;
import org.ranklens.Progress;

/** What the options that every command has come to, whoever read them. */
final class CommandExecution {

  private CommandExecution() {}

  /** The threads and the progress asked for; from here Ctrl-C is heard. */
  static Execution of(int threads, boolean quiet, boolean verbose) {
    listen(verbose);
    Progress progress =
        quiet
            ? new QuietProgress()
            : new ConsoleProgress(System.err, Boolean.getBoolean("ranklens.terminal"));
    return new Execution(threads, progress);
  }

  /** From here Ctrl-C is heard and the wish for more words known. */
  static void listen(boolean verbose) {
    if (verbose) {
      System.setProperty("ranklens.verbose", "true");
    }
    StopSignal.listen();
  }

  static boolean allows(int threads) {
    return threads >= 1 && threads <= 1024;
  }

  static int defaultThreads() {
    return Runtime.getRuntime().availableProcessors();
  }

  static Path defaultPlugins() {
    return Path.of(System.getProperty("ranklens.home", "."), "plugins");
  }
}
