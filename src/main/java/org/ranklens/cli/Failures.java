package org.ranklens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ranklens.GivenFile;
import org.ranklens.RefusedException;
import org.ranklens.report.OutputException;
import org.ranklens.study.Sentences;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and an exit code. */
final class Failures {

  private Failures() {}

  static int wrongUsage(ParameterException e, String[] args) {
    if (e.getCause() instanceof RefusedException refused) {
      int code = report(refused);
      return isOutput(e.getArgSpec()) ? ExitCode.WRONG_USAGE : code;
    }
    CommandLine command = e.getCommandLine();
    List<String> suggestions =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    if (command.getCommand() instanceof RootCommand && !suggestions.isEmpty()) {
      say("there is no command '" + args[0] + "'; did you mean " + suggestions.get(0) + "?");
    } else {
      say(inPlainWords(e.getMessage()));
      didYouMean(suggestions);
      fileTakenForAnOption(args);
    }
    say("see '" + command.getCommandSpec().qualifiedName() + " --help'");
    return ExitCode.WRONG_USAGE;
  }

  private static void didYouMean(List<String> suggestions) {
    if (!suggestions.isEmpty()) {
      say("did you mean " + String.join(" or ", suggestions) + "?");
    }
  }

  private static void fileTakenForAnOption(String... args) {
    for (String arg : args) {
      if (arg.startsWith("-") && GivenFile.path(arg).filter(Files::exists).isPresent()) {
        say("a name that begins with - is taken for an option; write ./" + arg);
        return;
      }
    }
  }

  private static boolean isOutput(ArgSpec argument) {
    return argument instanceof OptionSpec option
        && List.of("--out", "--volume").contains(option.longestName());
  }

  /** picocli tells numbers by Java's names for them. */
  private static String inPlainWords(String message) {
    return message
        .replace("is not an int", "is not a whole number")
        .replace("is not a long", "is not a whole number");
  }

  static int report(Exception e) {
    // What fails in the last moment does so because its files were taken away.
    if (e instanceof CancellationException || StopSignal.asked()) {
      say("stopped");
      return ExitCode.STOPPED_BY_USER;
    }
    if (e instanceof UsageException) {
      say(e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    if (e instanceof OutputException) {
      say(e.getMessage());
      return ExitCode.WRONG_USAGE;
    }
    if (e instanceof IOException io) {
      say(Sentences.of(io));
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

  static void say(String text) {
    System.err.println("ranklens: " + text);
  }
}
