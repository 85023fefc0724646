package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that does not hear the signal to end, in a process of its own. */
class UnfinishedTest {

  /** SIGTERM is 15; a process that it ends has 128 more. */
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path folder;

  @Test
  void aProcessThatIsToldToEndLeavesNothingHalfWrittenEvenWhereItsWorkGoesOn()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill");
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DeafWork.class.getName(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("begun");
      assertThat(names(out)).hasSize(2);

      new ProcessBuilder("/bin/kill", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(names(out)).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString()).toList();
    }
  }

  /** Writes, and hears no signal. */
  static final class DeafWork {
    private DeafWork() {}

    public static void main(String[] args) throws IOException {
      Path out = Path.of(args[0]);
      try (ResultFolder result = ResultFolder.beginInside(out)) {
        Files.writeString(result.path().resolve("half.csv"), "1,2");
        WholeFile.write(
            out.resolve("whole.nii"),
            file -> {
              Files.writeString(file, "half");
              System.out.println("begun");
              waitForever();
            });
      }
    }

    private static void waitForever() {
      while (true) {
        try {
          Thread.sleep(1_000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
