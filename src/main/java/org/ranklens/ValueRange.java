package org.ranklens;

import java.math.BigDecimal;

/**
 * From where to where a value may lie, both ends included.
 *
 * @param least the smallest
 * @param most the largest
 * @param unit of both
 */
public record ValueRange(double least, double most, String unit) {

  /** Returns whether a value lies within. */
  public boolean holds(double value) {
    return value >= least && value <= most;
  }

  /** Returns it in words, such as {@code from 1 to 700 kg}. */
  public String words() {
    return "from " + plain(least) + " to " + plain(most) + " " + unit;
  }

  /** Returns a number without an exponent, such as {@code 0.001} or {@code 1000000}. */
  public static String plain(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
