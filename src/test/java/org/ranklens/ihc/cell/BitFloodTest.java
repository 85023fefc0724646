package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The expected pixels are found by the plainest flood: again and again, one pixel at a time. */
class BitFloodTest {

  private static final int ROWS = 40;

  @Test
  void allThatHangsTogetherByEdgesIsFoundAndNothingElse() {
    Random random = new Random(5);
    for (int words = 1; words <= 3; words++) {
      for (int round = 0; round < 20; round++) {
        long[] within = new long[words * ROWS];
        for (int i = 0; i < within.length; i++) {
          // Three of four pixels: winding ways, and islands.
          long half = random.nextLong();
          within[i] = half | random.nextLong();
        }
        long[] found = new long[within.length];
        int seed = random.nextInt(64 * found.length);
        found[seed / 64] = within[seed / 64] & (1L << seed);
        long[] expected = plainly(found, within, words);
        BitFlood.spread(found, within, words, ROWS);
        assertThat(found).isEqualTo(expected);
      }
    }
  }

  private static long[] plainly(long[] seeds, long[] within, int words) {
    long[] found = seeds.clone();
    int width = 64 * words;
    for (boolean more = true; more; ) {
      more = false;
      for (int p = 0; p < width * ROWS; p++) {
        boolean beside =
            (p % width > 0 && is(found, p - 1))
                || (p % width < width - 1 && is(found, p + 1))
                || (p >= width && is(found, p - width))
                || (p < width * (ROWS - 1) && is(found, p + width));
        if (beside && is(within, p) && !is(found, p)) {
          found[p / 64] |= 1L << p;
          more = true;
        }
      }
    }
    return found;
  }

  private static boolean is(long[] bits, int p) {
    return ((bits[p / 64] >>> p) & 1) != 0;
  }
}
