package org.ranklens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

  @Test
  void decimalsAndExponentsAreRead() {
    assertThat(PlainNumber.of("70")).hasValue(70);
    assertThat(PlainNumber.of("-.5")).hasValue(-0.5);
    assertThat(PlainNumber.of("+1.e-2")).hasValue(0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "70d", "70f", "0x1p3", "NaN", "Infinity", "1e400", "1,5", "7 0", "."})
  void whatOnlyJavaReadsIsNoNumber(String text) {
    assertThat(PlainNumber.of(text)).isEmpty();
  }
}
