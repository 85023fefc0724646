package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of tiles waits for their neighbours takes bounded memory, whatever the slide's width. */
class TileShelfTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void whatIsKeptComesBackFromMemoryAndFromTheFile() throws IOException {
    try (TileShelf shelf = new TileShelf(MEGABYTE, folder)) {
      List<byte[]> tiles = new ArrayList<>();
      List<TileShelf.Kept> kept = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        tiles.add(bytes(i, 1237 * i));
        kept.add(shelf.put(tiles.get(i)));
      }

      // 100 * 99 / 2 * 1237 bytes are 5.8 MB.
      assertThat(shelf.heldBytes()).isBetween((long) MEGABYTE / 2, (long) MEGABYTE);
      assertThat(shelf.filedBytes()).isBetween(5L * MEGABYTE, 6L * MEGABYTE);
      for (int i = 0; i < 100; i++) {
        assertThat(shelf.get(kept.get(i))).isEqualTo(tiles.get(i));
      }
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void memoryAndFileStayAsTheyAreHoweverManyRowsOfTilesGoBy() throws IOException {
    try (TileShelf shelf = new TileShelf(MEGABYTE, folder)) {
      Deque<List<TileShelf.Kept>> rows = new ArrayDeque<>();
      long afterFive = 0;
      for (int row = 0; row < 100; row++) {
        List<TileShelf.Kept> made = new ArrayList<>();
        for (int column = 0; column < 98; column++) {
          made.add(shelf.put(bytes(column, 9_000)));
        }
        rows.add(made);
        if (rows.size() > 4) {
          rows.remove().forEach(shelf::drop);
        }
        assertThat(shelf.heldBytes()).isLessThanOrEqualTo(MEGABYTE);
        afterFive = row == 4 ? shelf.filedBytes() : afterFive;
      }

      assertThat(shelf.filedBytes()).isEqualTo(afterFive);
      assertThat(shelf.warning()).isEmpty();
    }
  }

  @Test
  void whereNoFileCanBeWrittenAllStaysInMemory() throws IOException {
    try (TileShelf shelf = new TileShelf(10, folder.resolve("missing"))) {
      byte[] tile = bytes(1, 5_000);

      TileShelf.Kept kept = shelf.put(tile);

      assertThat(shelf.get(kept)).isEqualTo(tile);
      assertThat(shelf.heldBytes()).isEqualTo(5_000);
      assertThat(shelf.warning())
          .hasValueSatisfying(
              told -> assertThat(told).contains("no temporary file", "TMPDIR", "missing"));
      shelf.drop(kept);
      assertThat(shelf.heldBytes()).isZero();
    }
  }

  @Test
  void whatComesAfterTheEndMakesNoFile() throws IOException {
    TileShelf shelf = new TileShelf(10, folder);
    shelf.close();

    shelf.put(bytes(1, 5_000));

    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.toList();
    }
  }

  private static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
