package org.ranklens.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The fields of one row, in the order of its columns; what is unknown is an empty field. */
final class Row {

  /** Beyond this a double holds no fraction worth the fast way. */
  private static final double FAST_LIMIT = 1e15;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private final List<String> fields = new ArrayList<>();

  Row text(String value) {
    fields.add(value);
    return this;
  }

  Row whole(long value) {
    fields.add(Long.toString(value));
    return this;
  }

  Row whole(OptionalInt value) {
    fields.add(value.isPresent() ? Integer.toString(value.getAsInt()) : "");
    return this;
  }

  Row whole(OptionalLong value) {
    fields.add(value.isPresent() ? Long.toString(value.getAsLong()) : "");
    return this;
  }

  Row number(double value, int decimals) {
    fields.add(decimal(value, decimals));
    return this;
  }

  Row number(OptionalDouble value, int decimals) {
    fields.add(value.isPresent() ? decimal(value.getAsDouble(), decimals) : "");
    return this;
  }

  /** A number of which its first digits count, such as a factor of 2.4e-4. */
  Row significant(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(10));
    fields.add(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    return this;
  }

  Row blank(int count) {
    for (int i = 0; i < count; i++) {
      fields.add("");
    }
    return this;
  }

  List<String> fields() {
    return fields;
  }

  /**
   * Returns a number with a fixed number of decimals: a dot, no exponent, no negative zero.
   *
   * @param decimals 0 to 6
   */
  static String decimal(double value, int decimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no number for a table: " + value);
    }
    double scaled = Math.abs(value) * POWERS[decimals];
    if (scaled >= FAST_LIMIT) {
      return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
    // Outlines make a hundred numbers a cell, and BigDecimal takes ten times as long.
    long units = (long) Math.rint(scaled);
    String sign = value < 0 && units != 0 ? "-" : "";
    if (decimals == 0) {
      return sign + units;
    }
    String fraction = Long.toString(units % POWERS[decimals]);
    return sign
        + units / POWERS[decimals]
        + '.'
        + "0".repeat(decimals - fraction.length())
        + fraction;
  }
}
