package org.ranklens.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The fields of one row, in the order of its columns; what is unknown is an empty field. */
final class Row {

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
    fields.add(
        Double.toString(new BigDecimal(value).round(new java.math.MathContext(10)).doubleValue()));
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

  static String decimal(double value, int decimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no number for a table: " + value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
  }
}
