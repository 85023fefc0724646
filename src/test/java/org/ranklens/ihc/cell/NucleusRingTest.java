package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The expected pixels are found by the plainest rule: the way to every pixel of the nucleus. */
class NucleusRingTest {

  private static final int EDGE = 150;

  @Test
  void ringIsWhatLiesBetweenTwoWaysFromTheNucleus() {
    Random random = new Random(3);
    for (int round = 0; round < 8; round++) {
      boolean[] nucleus = new boolean[EDGE * EDGE];
      for (int i = 0; i < 30; i++) {
        nucleus[(40 + random.nextInt(25)) * EDGE + 40 + random.nextInt(70)] = true;
      }
      Set<Integer> found = new TreeSet<>();
      new NucleusRing(15, 50)
          .around(runs(nucleus), (x, y) -> assertThat(found.add(y * EDGE + x)).isTrue());
      assertThat(found).isEqualTo(plainly(nucleus));
    }
  }

  private static PixelRuns runs(boolean[] nucleus) {
    int[] labels = new int[nucleus.length];
    for (int p = 0; p < labels.length; p++) {
      labels[p] = nucleus[p] ? 1 : 0;
    }
    TileFrame frame = new TileFrame(0, 0, new TileFrame.Core(0, 0, EDGE, EDGE), 1, 0.5);
    return PixelRuns.of(LabelRuns.of(labels, EDGE, 1), 1, 0, frame);
  }

  private static Set<Integer> plainly(boolean[] nucleus) {
    Set<Integer> ring = new TreeSet<>();
    for (int p = 0; p < nucleus.length; p++) {
      int least = Integer.MAX_VALUE;
      for (int q = 0; q < nucleus.length; q++) {
        if (nucleus[q]) {
          int dx = Math.abs(p % EDGE - q % EDGE);
          int dy = Math.abs(Math.floorDiv(p, EDGE) - Math.floorDiv(q, EDGE));
          least = Math.min(least, 10 * Math.abs(dx - dy) + 14 * Math.min(dx, dy));
        }
      }
      if (least >= 15 && least <= 50) {
        ring.add(p);
      }
    }
    return ring;
  }
}
