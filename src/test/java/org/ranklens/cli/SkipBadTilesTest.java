package org.ranklens.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One tile of a good slide is damaged: the sample slide of 2000 pixels, tiles of 256, 8 a row. */
class SkipBadTilesTest {

  private static final int TILES_PER_ROW = 8;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;

  @TempDir Path folder;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private PrintStream before;

  @BeforeEach
  void listen() {
    before = System.err;
    System.setErr(new PrintStream(told, true, UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(before);
  }

  @Test
  void theSlideFailsWithTheTileNamed() throws IOException {
    assertThat(score(damaged(2, 4))).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(told.toString(UTF_8))
        .contains("damaged.tif")
        .contains("row 2")
        .contains("column 4")
        .contains("--skip-bad-tiles");
  }

  @Test
  void theTileIsLeftOutAndTheRowAndThePageSaySo() throws IOException {
    assertThat(score(damaged(2, 4), "--skip-bad-tiles")).isEqualTo(ExitCode.DONE);
    String what = "left white: level 0 row 2 column 4";
    List<String> rows = Files.readAllLines(folder.resolve("out/ihc.csv"));
    assertThat(rows.subList(1, rows.size()))
        .isNotEmpty()
        .allMatch(row -> row.contains("warning") && row.contains(what));
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains(what);
    // No cell is made up where nothing could be read: x 1024 to 1280, y 512 to 768.
    assertThat(Files.readAllLines(folder.resolve("out/cells.csv")).stream().skip(1))
        .hasSizeGreaterThan(500)
        .noneMatch(row -> inside(row.split(",", -1)));
  }

  @Test
  void aSlideOfWhichNothingCanBeReadIsNoSlideWithoutTissue() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("sample-images/case-01/rank.tif"));
    ByteBuffer tiff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    // Directories lie behind the pixels.
    Arrays.fill(bytes, 16, tiff.getInt(4), (byte) 0xff);
    Path slide = Files.write(folder.resolve("damaged.tif"), bytes);
    assertThat(score(slide, "--skip-bad-tiles")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(told.toString(UTF_8))
        .contains("damaged.tif: no tissue was found in what can be read of it: ")
        .contains(" tiles can't be; copy or scan it again");
  }

  private static boolean inside(String[] cell) {
    double x = Double.parseDouble(cell[6]);
    double y = Double.parseDouble(cell[7]);
    return x > 1030 && x < 1274 && y > 518 && y < 762;
  }

  private int score(Path slide, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("ihc", slide.toString(), "--marker", "RANK", "--out", at("out"), "--quiet"));
    words.addAll(List.of(more));
    return Main.run(words.toArray(String[]::new));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  /** The second half of one level-0 tile's bytes becomes 0xff. */
  private Path damaged(int row, int column) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("sample-images/case-01/rank.tif"));
    ByteBuffer tiff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int tile = row * TILES_PER_ROW + column;
    int start = tiff.getInt(value(tiff, TILE_OFFSETS) + 4 * tile);
    int length = tiff.getInt(value(tiff, TILE_BYTE_COUNTS) + 4 * tile);
    Arrays.fill(bytes, start + length / 2, start + length, (byte) 0xff);
    return Files.write(folder.resolve("damaged.tif"), bytes);
  }

  /** Where the values of a tag of the first directory lie. */
  private static int value(ByteBuffer tiff, int tag) {
    int directory = tiff.getInt(4);
    for (int i = 0; i < tiff.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      if (tiff.getShort(entry) == tag) {
        return tiff.getInt(entry + 8);
      }
    }
    throw new AssertionError("no tag " + tag);
  }
}
