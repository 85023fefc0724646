package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {

  @Test
  void everyRankHasTheValueThatSortingGivesItAndLowerOnesBeforeIt() {
    Random random = new Random(11);
    for (int length = 1; length <= 40; length++) {
      float[] values = new float[length + 2];
      for (int i = 0; i < values.length; i++) {
        // Few different ones, so that many are alike.
        values[i] = random.nextInt(length) / 8f - 1;
      }
      float[] sorted = values.clone();
      Arrays.sort(sorted, 1, length + 1);
      for (int rank = 1; rank <= length; rank++) {
        float[] moved = values.clone();
        assertThat(Selection.at(moved, 1, length + 1, rank)).isEqualTo(sorted[rank]);
        for (int i = 1; i <= length; i++) {
          assertThat(moved[i] - moved[rank]).matches(i < rank ? d -> d <= 0 : d -> d >= 0);
        }
        Arrays.sort(moved, 1, length + 1);
        assertThat(moved).isEqualTo(sorted);
      }
    }
  }

  @Test
  void quantilesAreThoseOfTheFirstValues() {
    float[] values = {9, 2, 7, 4, 1, 8, 3, 6, 5, 0, 100, -100};

    // rank q (10 - 1), rounded down
    assertThat(Selection.quantiles(values, 10, 0.15, 0.5, 0.5, 0.95, 1))
        .containsExactly(1, 4, 4, 8, 9);
    assertThat(Selection.quantiles(new float[] {3}, 1, 0.15, 0.95)).containsExactly(3, 3);
  }
}
