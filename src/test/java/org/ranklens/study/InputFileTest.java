package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        .containsExactly(new InputFile("a.txt", 3, ABC));
  }

  @Test
  void aFolderIsItsFilesInTheOrderOfTheirNamesWhateverTheThreads() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/b"), "abc");
    Files.writeString(folder.resolve("a"), "abc");
    Execution two = new Execution(2, Progress.silent());
    assertThat(InputFile.of(folder, two))
        .containsExactly(new InputFile("a", 3, ABC), new InputFile("sub/b", 3, ABC))
        .isEqualTo(InputFile.of(folder, Execution.single()));
  }

  @Test
  void aMissingFileIsToldByItsName() {
    assertThatThrownBy(() -> InputFile.of(folder.resolve("gone"), Execution.single()))
        .isInstanceOf(NoSuchFileException.class);
  }
}
