package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranklens.Execution;
import org.ranklens.Progress;

class InputFileTest {

  /** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void aFileIsNamedByItsNameAndDigest() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "abc");
    assertThat(InputFile.of(file, Execution.single()))
        .containsExactly(new InputFile("a.txt", 3, ABC, modified(file)));
  }

  @Test
  void aFolderIsItsFilesInTheOrderOfTheirNamesWhateverTheThreads() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Path b = Files.writeString(folder.resolve("sub/b"), "abc");
    Path a = Files.writeString(folder.resolve("a"), "abc");
    Execution two = new Execution(2, Progress.silent());
    assertThat(InputFile.of(folder, two))
        .containsExactly(
            new InputFile("a", 3, ABC, modified(a)), new InputFile("sub/b", 3, ABC, modified(b)))
        .isEqualTo(InputFile.of(folder, Execution.single()));
  }

  @Test
  void aMissingFileIsToldByItsName() {
    assertThatThrownBy(() -> InputFile.of(folder.resolve("gone"), Execution.single()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileSeenBeforeIsReadAgainOnlyWhereSizeOrTimeDiffer() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "abc");
    InputFile seen = new InputFile("a.txt", 3, "as it was", modified(file));
    assertThat(look(file, seen)).isEqualTo(seen);
    assertThat(look(file, new InputFile("a.txt", 4, "as it was", modified(file))).sha256())
        .isEqualTo(ABC);
    assertThat(look(file, new InputFile("b.txt", 3, "as it was", modified(file))).sha256())
        .isEqualTo(ABC);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(look(file, seen).sha256()).isEqualTo(ABC);
  }

  private static InputFile look(Path file, InputFile seen) throws IOException {
    return InputFile.of(List.of(file), List.of(seen), Execution.single()).get(0);
  }

  private static String modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().toString();
  }
}
