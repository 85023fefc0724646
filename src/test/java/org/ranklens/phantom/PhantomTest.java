package org.ranklens.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhantomTest {

  private static final Path SAMPLE = Path.of("sample-images/case-01");
  private static final long LIMIT_BYTES = 12_000_000;

  @Test
  void theSampleCaseIsWhatSeedOneGives(@TempDir Path folder) throws IOException {
    Path manifest = Phantom.writeCase(folder, 1);
    assertThat(manifest).hasFileName("case.csv");
    List<Path> made = files(folder);
    assertThat(made).hasSameSizeAs(files(SAMPLE));
    for (Path file : made) {
      assertThat(SAMPLE.resolve(folder.relativize(file))).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void theSampleCaseStaysSmall() throws IOException {
    long bytes = 0;
    for (Path file : files(SAMPLE)) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(LIMIT_BYTES);
  }

  @Test
  void everyPathOfTheManifestIsThere() throws IOException {
    List<String> rows = Files.readAllLines(SAMPLE.resolve(Phantom.MANIFEST));
    assertThat(rows).hasSize(5).first().isEqualTo("case,timepoint,date,kind,marker,path,roi,role");
    for (String row : rows.subList(1, 5)) {
      assertThat(SAMPLE.resolve(row.split(",", -1)[5])).exists();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
