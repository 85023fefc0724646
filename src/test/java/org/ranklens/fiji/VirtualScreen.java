package org.ranklens.fiji;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A screen without a monitor: Xvfb. */
final class VirtualScreen implements Closeable {

  private static final Path XVFB = Path.of("/usr/bin/Xvfb");

  private final Process server;
  private final String display;

  private VirtualScreen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  static boolean available() {
    return Files.isExecutable(XVFB);
  }

  static VirtualScreen open() throws IOException {
    Process server =
        new ProcessBuilder(
                XVFB.toString(),
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1500x1000x24",
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    String number = out.readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start");
    }
    return new VirtualScreen(server, ":" + number.trim());
  }

  /** Returns what {@code DISPLAY} is to be. */
  String display() {
    return display;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
