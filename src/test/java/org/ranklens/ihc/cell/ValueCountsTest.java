package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueCountsTest {

  private final ValueCounts counts = new ValueCounts(-0.5, 2, 0.01);

  @Test
  void aShareOfValuesIsBelowItsPercentile() {
    for (int i = 0; i < 100; i++) {
      counts.add(i / 100.0);
    }

    assertThat(counts.percentile(0.2)).isCloseTo(0.2, within(1e-9));
    assertThat(counts.percentile(0.5)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void whatIsBeyondTheEndsCountsAsTheEnds() {
    counts.add(-9);
    counts.add(9);

    assertThat(counts.percentile(0)).isEqualTo(-0.5);
    assertThat(counts.percentile(0.5)).isCloseTo(2, within(1e-9));
  }

  @Test
  void nothingCountedHasPercentileZero() {
    counts.add(1);
    counts.clear();

    assertThat(counts.percentile(0.5)).isZero();
  }
}
