package org.ranklens.pet.suv;

import java.util.Arrays;

/**
 * What the activity of a series was corrected to.
 *
 * @param seconds of the scanner's clock, for each slice
 * @param rule the rule that gave it, in words
 * @param spreadSeconds from the earliest to the latest of all candidates
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ReferenceTime(double[] seconds, String rule, double spreadSeconds) {

  static ReferenceTime same(int slices, double seconds, String rule, double spreadSeconds) {
    double[] all = new double[slices];
    Arrays.fill(all, seconds);
    return new ReferenceTime(all, rule, spreadSeconds);
  }

  /** The middle one of the slices'. */
  double middle() {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
