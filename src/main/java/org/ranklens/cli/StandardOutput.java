package org.ranklens.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether what was printed has arrived: a print stream keeps its trouble to itself. */
final class StandardOutput {

  /** Of a file's mode (POSIX, sys/stat.h) the bits that tell its kind. */
  private static final int KIND_OF_FILE = 0xf000;

  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xc000;

  private StandardOutput() {}

  /** Returns the exit code, another one where a disk was full and half of the output is there. */
  static int check(int code) {
    return check(code, System.out, Path.of("/dev/fd/1"));
  }

  /**
   * The same.
   *
   * @param below what lies below the stream
   */
  static int check(int code, PrintStream out, Path below) {
    if (code != ExitCode.DONE || !out.checkError() || isPipe(below)) {
      return code;
    }
    Failures.say("standard output can't be written: it is closed, or its disk is full");
    return ExitCode.WRONG_USAGE;
  }

  /**
   * A pipe is never full: it fails where its reader is gone. Who reads only the head of it wants no
   * more, and hears of no trouble. Told by the kind of file, for the words of the exception are in
   * the system's language.
   */
  private static boolean isPipe(Path below) {
    try {
      int kind = (Integer) Files.getAttribute(below, "unix:mode") & KIND_OF_FILE;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | RuntimeException e) {
      // Closed, or a system without such a path.
      return false;
    }
  }
}
