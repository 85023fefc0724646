package org.ranklens.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text, with a dot, whatever the machine's language. */
final class Decimal {

  private Decimal() {}

  /** With so many digits behind the dot at most, none of them a trailing zero. */
  static String rounded(double value, int digits) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String shortest(double value) {
    return rounded(value, 9);
  }
}
