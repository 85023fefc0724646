package org.ranklens.ihc.score;

/**
 * When the control slides of a batch raise an alarm.
 *
 * @param negativeWarningPercent a negative control with more positive cells than this, 0 to 100 %
 * @param positiveWarningPercent a positive control with fewer positive cells than this, 0 to 100 %
 * @param leastCells scored cells below which a control can't tell a rate, at least 1
 */
public record ControlSettings(
    double negativeWarningPercent, double positiveWarningPercent, int leastCells) {

  public ControlSettings {
    percent("negativeWarningPercent", negativeWarningPercent);
    percent("positiveWarningPercent", positiveWarningPercent);
    if (leastCells < 1) {
      throw new IllegalArgumentException("leastCells must be at least 1, not " + leastCells);
    }
  }

  /** Returns alarms above 5 % of a negative and below 10 % of a positive control, from 20 cells. */
  public static ControlSettings defaults() {
    return new ControlSettings(5, 10, 20);
  }

  private static void percent(String name, double value) {
    if (!(value >= 0 && value <= 100)) {
      throw new IllegalArgumentException(name + " must be 0 to 100, not " + value);
    }
  }
}
