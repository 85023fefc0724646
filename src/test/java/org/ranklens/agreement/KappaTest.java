package org.ranklens.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a kappa can be: -1 to 1, and so its interval. */
class KappaTest {

  private static final int[] A = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
  private static final int[] ONE_APART = {0, 0, 0, 0, 0, 1, 1, 1, 1, 0};

  @ParameterizedTest
  @EnumSource(Kappa.Weights.class)
  void anIntervalEndsAtOne(Kappa.Weights weights) {
    // Agreement 0.9, by chance 0.5: kappa 0.8, by hand standard error 0.186, so 0.44 to 1.16.
    Estimate kappa = Kappa.of(A, ONE_APART, 2, weights);
    assertThat(kappa.value().orElseThrow()).isCloseTo(0.8, within(1e-12));
    assertThat(kappa.low().orElseThrow()).isCloseTo(0.436, within(0.001));
    assertThat(kappa.high()).hasValue(1);
    assertThat(kappa.method()).endsWith("cut at -1 and 1");
  }

  @Test
  void anIntervalEndsAtMinusOne() {
    int[] opposite = {1, 1, 1, 1, 1, 0, 0, 0, 0, 1};
    Estimate kappa = Kappa.of(A, opposite, 2, Kappa.Weights.NONE);
    assertThat(kappa.value().orElseThrow()).isCloseTo(-0.8, within(0.03));
    assertThat(kappa.low()).hasValue(-1);
  }

  @Test
  void theIntervalOfSeveralReadersEndsAtOne() {
    int[][] ratings = new int[A.length][];
    for (int k = 0; k < A.length; k++) {
      ratings[k] = new int[] {A[k], A[k], ONE_APART[k]};
    }
    Estimate kappa = FleissKappa.of(ratings, 2);
    assertThat(kappa.high()).hasValue(1);
    assertThat(kappa.low().orElseThrow()).isLessThan(kappa.value().orElseThrow());
    assertThat(kappa.method()).endsWith("cut at -1 and 1");
  }

  @Test
  void anIntervalThatStaysInsideIsNotCut() {
    int[] b = {0, 0, 0, 1, 1, 1, 1, 1, 0, 0};
    Estimate kappa = Kappa.of(A, b, 2, Kappa.Weights.NONE);
    assertThat(kappa.high().orElseThrow()).isLessThan(1);
    assertThat(kappa.method()).doesNotContain("cut");
  }
}
