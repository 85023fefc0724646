package org.ranklens.fiji;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real ImageJ on a virtual screen, driven through {@link ImageJDriver}. */
final class DrivenImageJ implements Closeable {

  private static final String LINE = "\u2028";

  private final Process process;
  private final PrintWriter commands;
  private final BufferedReader answers;

  private DrivenImageJ(Process process) {
    this.process = process;
    commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static DrivenImageJ start(ImageJFolder folder, Path imageJ, VirtualScreen screen)
      throws IOException {
    String driver = Path.of("target", "test-classes").toAbsolutePath().toString();
    List<String> command =
        folder.java(false, imageJ + System.getProperty("path.separator") + driver);
    command.addAll(List.of(ImageJDriver.class.getName(), folder.path().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.path().resolve("imagej.log").toFile());
    builder.environment().put("DISPLAY", screen.display());
    DrivenImageJ started = new DrivenImageJ(builder.start());
    String ready = started.answers.readLine();
    if (!"ready".equals(ready)) {
      throw new IOException("ImageJ did not start: " + ready);
    }
    return started;
  }

  /** Says one thing and returns the answer. */
  String tell(String verb, String what) throws IOException {
    commands.println(verb + " " + what.replace("\n", LINE));
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("ImageJ is gone");
    }
    if (answer.startsWith("failed: ")) {
      throw new IOException(verb + " " + what + ": " + answer.replace(LINE, "\n"));
    }
    return answer.replace(LINE, "\n");
  }

  /** Returns the titles of all windows, one a line. */
  List<String> windows() throws IOException {
    return tell("windows", "").lines().toList();
  }

  /** Waits for a window of this title. */
  void await(String window, Duration longest) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (windows().stream().noneMatch(title -> is(title, window))) {
      if (System.nanoTime() > end) {
        throw new IOException("no window '" + window + "' among " + windows());
      }
      Thread.sleep(50);
    }
  }

  /** An image carries its zoom behind its title. */
  private static boolean is(String title, String window) {
    return title.equals(window) || title.startsWith(window + " (");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
