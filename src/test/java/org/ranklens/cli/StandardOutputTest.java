package org.ranklens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputTest {

  @TempDir Path folder;

  /** Fails in words of no known language. */
  private static OutputStream failing() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Datenübergabe unterbrochen");
      }
    };
  }

  private static int printed(OutputStream to, Path below) {
    PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
    out.println("{}");
    return StandardOutput.check(ExitCode.DONE, out, below);
  }

  @Test
  void whatIsLostOnAFullDiskIsNoSuccess() throws IOException {
    Path file = Files.createFile(folder.resolve("out.json"));
    assertThat(printed(failing(), file)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(printed(failing(), folder.resolve("closed"))).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReaderThatWantsNoMoreIsNoTrouble() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(printed(failing(), pipe)).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatArrivesIsASuccess() {
    assertThat(printed(OutputStream.nullOutputStream(), folder)).isEqualTo(ExitCode.DONE);
  }
}
