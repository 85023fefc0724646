package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left where a disk is full. */
class WholeFileTest {

  @TempDir Path folder;

  @Test
  void aFileThatCanNotBeWrittenToItsEndLeavesTheOldOneAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    to -> {
                      Files.writeString(to, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.ranklens-partial-*");
  }

  @Test
  void aFileStandsInPlaceWhenItIsWhole() throws IOException {
    Path file = folder.resolve("a.png");
    WholeFile.write(file, to -> Files.writeString(to, "new"));
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.ranklens-partial-*");
  }

  @Test
  void aFolderThatCanNotBeWrittenAnyMoreIsTheOutputsFault() {
    assertThatThrownBy(() -> ResultFolder.checkRoom(folder.resolve("gone/files")))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("gone: can't be written any more, its disk may be full");
  }

  @Test
  void aTableOnAFullDiskFailsAsAFileDoes() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    List<String> row = Collections.nCopies(3, "x".repeat(1000));
    assertThatThrownBy(
            () -> {
              try (CsvTable table = CsvTable.create(full, List.of("a", "b", "c"))) {
                for (int i = 0; i < 100; i++) {
                  table.row(row);
                }
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void aDeviceOrFolderIsNotReplacedByAFile() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a.png"));
    assertThatThrownBy(() -> WholeFile.write(target, to -> Files.writeString(to, "whole")))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("is no file that can be replaced");
    assertThat(target).isEmptyDirectory();
  }
}
