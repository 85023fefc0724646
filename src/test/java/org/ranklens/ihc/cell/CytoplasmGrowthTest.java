package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * The expected cells are grown by the plainest form of the same rules: all eight steps from every
 * pixel, in the order of their cost, earlier ones first.
 */
class CytoplasmGrowthTest {

  private static final int WIDTH = 60;
  private static final int HEIGHT = 50;
  private static final double PIXEL_MICRONS = 0.5;
  private static final double REACH_MICRONS = 7;

  private record Waiting(int pixel, int cost, int number) {}

  private final int[] nuclei = new int[WIDTH * HEIGHT];
  private final float[] dab = new float[WIDTH * HEIGHT];

  @Test
  void everyPixelGoesToTheNucleusWithTheCheapestWay() {
    Random random = new Random(7);
    for (int p = 0; p < dab.length; p++) {
      dab[p] = random.nextFloat() * random.nextFloat();
    }
    for (int label = 1; label <= 12; label++) {
      int x = 2 + random.nextInt(WIDTH - 8);
      int y = 2 + random.nextInt(HEIGHT - 8);
      for (int row = y; row < y + 5; row++) {
        Arrays.fill(nuclei, row * WIDTH + x, row * WIDTH + x + 4, label);
      }
    }
    TileFrame frame =
        new TileFrame(0, 0, new TileFrame.Core(0, 0, WIDTH, HEIGHT), 1, PIXEL_MICRONS);
    CytoplasmGrowth growth =
        CytoplasmGrowth.of(
            nuclei, dab, WIDTH, dab.length / WIDTH, frame, REACH_MICRONS, new PlaneMemory());
    int[] grown = new int[dab.length];
    for (int y = 0; y < HEIGHT; y++) {
      System.arraycopy(growth.labels(), (y + 1) * growth.stride() + 1, grown, y * WIDTH, WIDTH);
    }
    assertThat(grown).isEqualTo(connected(plainlyGrown()));
  }

  private int[] plainlyGrown() {
    int[] labels = nuclei.clone();
    int[] cost = new int[labels.length];
    int[] length = new int[labels.length];
    PriorityQueue<Waiting> queue =
        new PriorityQueue<>(
            Comparator.comparingInt(Waiting::cost).thenComparingInt(Waiting::number));
    int number = 0;
    for (int p = 0; p < labels.length; p++) {
      cost[p] = labels[p] > 0 ? 0 : Integer.MAX_VALUE;
      if (labels[p] > 0) {
        queue.add(new Waiting(p, 0, number++));
      }
    }
    while (!queue.isEmpty()) {
      Waiting next = queue.remove();
      int p = next.pixel();
      if (next.cost() != cost[p]) {
        continue;
      }
      for (int side = 0; side < 9; side++) {
        int x = p % WIDTH + side % 3 - 1;
        int y = p / WIDTH + side / 3 - 1;
        int q = y * WIDTH + x;
        int walked = length[p] + (side % 2 == 0 ? 14 : 10);
        if (side == 4 || x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT || walked > 140) {
          continue;
        }
        int change = (int) (400 * (double) Math.abs(dab[q] - dab[p]));
        int its = cost[p] + walked - length[p] + change;
        if (its < cost[q]) {
          cost[q] = its;
          length[q] = walked;
          labels[q] = labels[p];
          queue.add(new Waiting(q, its, number++));
        }
      }
    }
    return labels;
  }

  /** Keeps what hangs together with its nucleus by edges. */
  private int[] connected(int[] grown) {
    int[] kept = nuclei.clone();
    for (boolean more = true; more; ) {
      more = false;
      for (int p = 0; p < kept.length; p++) {
        if (kept[p] == 0 && grown[p] > 0 && isBeside(kept, p, grown[p])) {
          kept[p] = grown[p];
          more = true;
        }
      }
    }
    return kept;
  }

  private static boolean isBeside(int[] kept, int p, int label) {
    int x = p % WIDTH;
    return (x > 0 && kept[p - 1] == label)
        || (x < WIDTH - 1 && kept[p + 1] == label)
        || (p >= WIDTH && kept[p - WIDTH] == label)
        || (p + WIDTH < kept.length && kept[p + WIDTH] == label);
  }
}
