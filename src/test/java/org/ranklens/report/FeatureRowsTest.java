package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureRowsTest {

  private static final int CELLS = 1_000_000;
  private static final int BYTES = 2_000;

  /** A cell a row, each of so many bytes. */
  private static FeatureRows rows(int cells) {
    FeatureRows rows = new FeatureRows();
    for (int i = 0; i < cells; i++) {
      rows.add(i, 40L + (long) BYTES * i);
    }
    return rows;
  }

  @Test
  void aSpanHoldsAllCellsBetweenTwoRowsAndFewMore() {
    FeatureRows.Span span = rows(CELLS).between(500_000, 510_000);

    assertThat(span.from()).isLessThanOrEqualTo(40L + BYTES * 500_000L);
    assertThat(span.to()).isGreaterThan(40L + BYTES * 510_000L);
    assertThat(span.to() - span.from()).isLessThan(BYTES * 10_600L);
  }

  @Test
  void aSpanAtTheUpperEdgeBeginsWithTheFirstCell() {
    assertThat(rows(CELLS).between(-50, 100).from()).isEqualTo(40);
    assertThat(rows(3).between(-50, 100)).isEqualTo(new FeatureRows.Span(40, Long.MAX_VALUE));
  }

  @Test
  void aSpanAtTheLowerEdgeReachesTheEnd() {
    FeatureRows.Span span = rows(CELLS).between(CELLS - 20, CELLS + 100);

    assertThat(span.from()).isBetween(40L + BYTES * (CELLS - 400L), 40L + BYTES * (CELLS - 20L));
    assertThat(span.to()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void cellsOfOneRowAreAllInItsSpan() {
    FeatureRows rows = new FeatureRows();
    for (int i = 0; i < CELLS; i++) {
      rows.add(Math.floorDiv(i, 100_000), i);
    }
    FeatureRows.Span span = rows.between(3, 3);

    assertThat(span.from()).isLessThanOrEqualTo(300_000);
    assertThat(span.to()).isGreaterThanOrEqualTo(400_000);
  }
}
