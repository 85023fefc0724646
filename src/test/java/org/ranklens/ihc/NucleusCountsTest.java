package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Figures by hand. */
class NucleusCountsTest {

  private static NucleusCounts counts(Map<Integer, Long> cells) {
    return new NucleusCounts(new TreeMap<>(cells));
  }

  @Test
  void theMedianIsOfTheCells() {
    assertThat(counts(Map.of(3, 4L, 5, 1L, 20, 2L)).median()).hasValue(3);
    assertThat(counts(Map.of(3, 2L, 8, 2L)).median()).hasValue(5.5);
    assertThat(counts(Map.of(7, 1L)).median()).hasValue(7);
  }

  @Test
  void aRangeHoldsBothItsEnds() {
    NucleusCounts counts = counts(Map.of(3, 4L, 5, 1L, 20, 2L));
    assertThat(counts.between(3, 5)).isEqualTo(5);
    assertThat(counts.between(6, 19)).isZero();
    assertThat(counts.between(20, Integer.MAX_VALUE - 1)).isEqualTo(2);
    assertThat(counts.total()).isEqualTo(7);
    assertThat(counts.min()).hasValue(3);
    assertThat(counts.max()).hasValue(20);
  }

  @Test
  void withoutGiantCellsThereIsNoNumber() {
    assertThat(NucleusCounts.none().median()).isEmpty();
    assertThat(NucleusCounts.none().min()).isEmpty();
    assertThat(NucleusCounts.none().max()).isEmpty();
  }
}
