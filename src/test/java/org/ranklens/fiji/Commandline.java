package org.ranklens.fiji;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program and returns what it said. */
final class Commandline {

  private static final int LONGEST_SECONDS = 300;

  private Commandline() {}

  static String run(List<String> command, String display) throws Exception {
    Path output = Files.createTempFile("ranklens-fiji-", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("DISPLAY", display);
      Process process = builder.start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } finally {
      Files.delete(output);
    }
  }

  /** Runs the command line of this build. */
  static String ranklens(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-jar");
    command.add(System.getProperty("ranklens.jar"));
    command.addAll(List.of(arguments));
    return run(command, "");
  }
}
