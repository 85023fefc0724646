package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two cells side by side on squares of two pixels, drawn by hand. */
class CellShapeTest {

  private static final int WIDTH = 80;
  private static final int HEIGHT = 24;
  private static final int STRIDE = WIDTH / 2 + 2;
  private static final TileFrame FRAME =
      new TileFrame(100, 60, new TileFrame.Core(100, 60, 180, 84), 1, 0.5);

  private final int[] squares = new int[STRIDE * (HEIGHT / 2 + 2)];
  private final int[] nuclei = new int[WIDTH * HEIGHT];

  @Test
  void cornersAreRoundedOffOnceAndNoPixelBelongsToTwo() {
    take(10, 2, 16, 8, 1);
    take(16, 2, 22, 8, 2);
    take(15, 5, 16, 8, 2);
    nucleus(24, 8, 28, 12, 1);
    nucleus(36, 8, 40, 12, 2);

    int[] painted = painted();

    // Less the four corners of both, and two where the border between them meets the ground.
    assertThat(count(painted, 1) + count(painted, 2)).isEqualTo(4 * (6 + 6) * 6 - 4 - 2 * 2);
    // The corner that the border turns at goes from one to the other, and the other way round.
    assertThat(painted[10 * WIDTH + 31]).isEqualTo(2);
    assertThat(painted[10 * WIDTH + 30]).isEqualTo(1);
    assertThat(painted[4 * WIDTH + 20]).isZero();
    assertThat(painted[4 * WIDTH + 21]).isEqualTo(1);
  }

  @Test
  void nucleiOfOthersAreLeftOutAndTheOwnOneIsWhole() {
    take(10, 2, 16, 8, 1);
    nucleus(19, 7, 25, 12, 1);
    nucleus(29, 10, 32, 13, 2);

    int[] painted = painted();

    assertThat(painted[8 * WIDTH + 19]).isEqualTo(1);
    assertThat(painted[11 * WIDTH + 29]).isEqualTo(2);
    assertThat(count(painted, 1)).isEqualTo(12 * 12 - 4 + 5 - 3 * 3);
  }

  /** Paints the first cell and then the second where the first is not, checking that. */
  private int[] painted() {
    LabelRuns runs = LabelRuns.of(squares, STRIDE, 2);
    LabelRuns masks = LabelRuns.of(nuclei, WIDTH, 2);
    CellShape shape = new CellShape(nuclei, WIDTH, HEIGHT, FRAME);
    int[] painted = new int[WIDTH * HEIGHT];
    for (int label = 1; label <= 2; label++) {
      PixelRuns cell = shape.of(runs, label, p -> true, PixelRuns.of(masks, label, 0, FRAME));
      for (int run = 0; run < cell.count(); run++) {
        for (int x = cell.begin(run) - 100; x < cell.end(run) - 100; x++) {
          int p = (cell.row(run) - 60) * WIDTH + x;
          assertThat(painted[p]).isZero();
          painted[p] = label;
        }
      }
    }
    return painted;
  }

  private static long count(int[] painted, int label) {
    return Arrays.stream(painted).filter(its -> its == label).count();
  }

  private void take(int x0, int y0, int x1, int y1, int label) {
    for (int y = y0; y < y1; y++) {
      Arrays.fill(squares, (y + 1) * STRIDE + x0 + 1, (y + 1) * STRIDE + x1 + 1, label);
    }
  }

  private void nucleus(int x0, int y0, int x1, int y1, int label) {
    for (int y = y0; y < y1; y++) {
      Arrays.fill(nuclei, y * WIDTH + x0, y * WIDTH + x1, label);
    }
  }
}
