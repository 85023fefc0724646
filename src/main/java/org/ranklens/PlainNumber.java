package org.ranklens;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people and programs write them in tables and options: Java reads 70d and 0x1p3 as
 * well.
 */
public final class PlainNumber {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private PlainNumber() {}

  /** Returns a number that can be held, empty for any other text. */
  public static OptionalDouble of(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
