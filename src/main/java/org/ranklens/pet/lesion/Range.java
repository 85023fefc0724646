package org.ranklens.pet.lesion;

import java.util.Locale;

/** From where to where a rule lets a figure lie, both ends included. */
record Range(double least, double most) {

  boolean holds(double value) {
    return value >= least && value <= most;
  }

  /** Returns a range of parts, 0 to 1, as one of percent. */
  Range percent() {
    return new Range(100 * least, 100 * most);
  }

  /** Returns it in whole numbers, as a rule's words tell it: {@code 15 to 450}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f to %.0f", least, most);
  }
}
