package org.ranklens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  private static OutputStream failing(String words) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(words);
      }
    };
  }

  private static int printed(OutputStream to) {
    PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
    out.println("{}");
    return StandardOutput.check(ExitCode.DONE, out, to);
  }

  @Test
  void whatIsLostOnAFullDiskIsNoSuccess() {
    assertThat(printed(failing("No space left on device"))).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void aReaderThatWantsNoMoreIsNoTrouble() {
    assertThat(printed(failing("Broken pipe"))).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatArrivesIsASuccess() {
    assertThat(printed(OutputStream.nullOutputStream())).isEqualTo(ExitCode.DONE);
  }
}
