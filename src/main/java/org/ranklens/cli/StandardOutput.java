package org.ranklens.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Whether what was printed has arrived: a print stream keeps its trouble to itself. */
final class StandardOutput {

  private StandardOutput() {}

  /** Returns the exit code, another one where a disk was full and half of the output is there. */
  static int check(int code) {
    return check(code, System.out, new FileOutputStream(FileDescriptor.out));
  }

  /**
   * The same.
   *
   * @param raw what lies below the stream, whose exceptions tell what was wrong
   */
  static int check(int code, PrintStream out, OutputStream raw) {
    if (code != ExitCode.DONE || !out.checkError() || readerLeft(raw)) {
      return code;
    }
    Failures.say("standard output can't be written: it is closed, or its disk is full");
    return ExitCode.WRONG_USAGE;
  }

  /** Whoever reads only the head of it wants no more, and hears of no trouble. */
  private static boolean readerLeft(OutputStream raw) {
    try {
      raw.write('\n');
      raw.flush();
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("Broken pipe");
    }
  }
}
