package org.ranklens.ihc.score;

/**
 * A 95 % interval of a score, in the score's unit.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval ends above its begin: " + low + ", " + high);
    }
  }
}
