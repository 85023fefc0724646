package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NucleusDistanceTest {

  private static final int WIDTH = 21;
  private static final int HEIGHT = 15;
  private static final int MOST = 90;

  @Test
  void waysAreStraightAndDiagonalStepsUpToTheMost() {
    int[][] nuclei = {{3, 2}, {16, 11}};
    int[] labels = new int[WIDTH * HEIGHT];
    for (int[] nucleus : nuclei) {
      labels[nucleus[1] * WIDTH + nucleus[0]] = 1;
    }

    int[] tenths = NucleusDistance.tenths(labels, WIDTH, MOST);

    for (int p = 0; p < labels.length; p++) {
      int expected = MOST;
      for (int[] nucleus : nuclei) {
        int dx = Math.abs(p % WIDTH - nucleus[0]);
        int dy = Math.abs(p / WIDTH - nucleus[1]);
        expected = Math.min(expected, 10 * Math.abs(dx - dy) + 14 * Math.min(dx, dy));
      }
      assertThat(tenths[p]).as("square %d", p).isEqualTo(expected);
    }
  }
}
