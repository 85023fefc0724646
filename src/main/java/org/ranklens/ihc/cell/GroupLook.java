package org.ranklens.ihc.cell;

import java.util.OptionalDouble;

/** What is known of a group of nuclei before it is known how groups look on its slide. */
final class GroupLook {

  private final double[] measured;
  private final OptionalDouble seen;

  /**
   * Takes over what was told.
   *
   * @param measured a value for each of {@link GroupFeature}
   * @param seen what the network tells, none where it was not asked
   */
  GroupLook(double[] measured, OptionalDouble seen) {
    this.measured = measured;
    this.seen = seen;
  }

  /** Returns a value for each of {@link GroupFeature}; not a copy. */
  double[] measured() {
    return measured;
  }

  OptionalDouble seen() {
    return seen;
  }
}
