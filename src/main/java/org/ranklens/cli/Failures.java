package org.ranklens.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and an exit code. */
final class Failures {

  private Failures() {}

  static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    say(e.getMessage());
    List<String> suggestions =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    if (!suggestions.isEmpty()) {
      say("did you mean " + String.join(" or ", suggestions) + "?");
    }
    say("see '" + command.getCommandSpec().qualifiedName() + " --help'");
    return ExitCode.WRONG_USAGE;
  }

  static int report(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof CancellationException) {
      say("stopped");
      return ExitCode.STOPPED_BY_USER;
    }
    if (e instanceof UsageException) {
      say(e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    if (e instanceof IOException io) {
      say(sentence(io));
      detail(e);
      return ExitCode.INPUT_REFUSED;
    }
    if (hasCause(e, OutOfMemoryError.class)) {
      return outOfMemory();
    }
    say("internal error: " + e + "; please report it with the lines below");
    e.printStackTrace(System.err);
    return ExitCode.INTERNAL_ERROR;
  }

  static int outOfMemory() {
    say(
        "out of memory; give the JVM more, as in RANKLENS_OPTS=-Xmx8g, or use fewer --threads or a"
            + " smaller --tile-size");
    return ExitCode.OUT_OF_MEMORY;
  }

  /** The file system's exceptions say only a path; this adds what is wrong with it. */
  static String sentence(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder.";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": may not be read or written.";
    }
    if (e instanceof FileSystemException broken && broken.getReason() != null) {
      return broken.getFile() + ": " + broken.getReason() + ".";
    }
    if (e instanceof FileNotFoundException && e.getMessage() != null) {
      return e.getMessage() + ".";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static boolean hasCause(Throwable e, Class<?> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static void detail(Exception e) {
    if (Boolean.getBoolean("ranklens.verbose")) {
      e.printStackTrace(System.err);
    }
  }

  private static void say(String text) {
    System.err.println("ranklens: " + text);
  }
}
