package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {

  @TempDir Path folder;

  @Test
  void nothingStandsInPlaceBeforeItIsWhole() throws IOException {
    Path target = folder.resolve("a/b");
    try (ResultFolder result = ResultFolder.begin(target)) {
      Files.writeString(result.path().resolve("x"), "1");
      assertThat(target).doesNotExist();
      result.replace();
    }
    assertThat(target.resolve("x")).hasContent("1");
    assertThat(folder.resolve("a")).isDirectoryNotContaining("glob:**.ranklens-partial-*");
  }

  @Test
  void whatIsNotWholeLeavesTheOldResultAlone() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a"));
    Files.writeString(target.resolve("x"), "old");
    try (ResultFolder result = ResultFolder.begin(target)) {
      Files.writeString(result.path().resolve("x"), "new");
    }
    assertThat(target.resolve("x")).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.ranklens-partial-*");
  }

  @Test
  void filesOfOthersStayWhereResultsAreMergedIntoAFolder() throws IOException {
    Path target = Files.createDirectory(folder.resolve("a"));
    Files.writeString(target.resolve("notes.txt"), "mine");
    Files.writeString(target.resolve("x"), "old");
    try (ResultFolder result = ResultFolder.beginInside(target)) {
      Files.writeString(result.path().resolve("x"), "new");
      result.moveUp();
    }
    assertThat(target.resolve("x")).hasContent("new");
    assertThat(target.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void aFileInTheWayIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "");
    assertThatThrownBy(() -> ResultFolder.begin(file))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("is a file, not a folder");
    assertThatThrownBy(() -> ResultFolder.begin(file.resolve("b")))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("give another --out");
  }
}
