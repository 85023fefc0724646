package org.ranklens.plugin;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranklens.Progress;

/** Runs another program to its end, quietly. */
final class ForeignProgram {

  /** As Maven and pip write it, without the colours before and the hints behind it. */
  private static final Pattern ERROR =
      Pattern.compile(".*?\\[?ERROR[\\]:] *(\\S.*?)( -> \\[Help.*)?\\.?\\s*");

  private static final int LOOK_EVERY_MILLIS = 100;

  private ForeignProgram() {}

  /**
   * Runs a program.
   *
   * @return what went wrong, in words; empty where it did its work
   * @throws java.util.concurrent.CancellationException when the user asks to stop
   */
  static Optional<String> run(List<String> command, Progress progress) throws IOException {
    Path log = Files.createTempFile("ranklens", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      await(process, progress);
      return process.exitValue() == 0 ? Optional.empty() : Optional.of(reason(command, log));
    } catch (IOException e) {
      return Optional.of(command.get(0) + " can't be started");
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static void await(Process process, Progress progress) throws IOException {
    try {
      while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  /** Returns the first line that looks like an error, for what follows is advice. */
  private static String reason(List<String> command, Path log) throws IOException {
    String all = new String(Files.readAllBytes(log), Charset.defaultCharset());
    for (String line : all.lines().toList()) {
      Matcher matcher = ERROR.matcher(line);
      if (matcher.matches()) {
        return command.get(0) + " says: " + matcher.group(1);
      }
    }
    return command.get(0) + " fails";
  }
}
