package org.ranklens.pet.response;

/** From one value to another. */
record Change(double from, double to) {

  /** Values that differ by less are equal: 10 to 7 is -30 %, whatever the last bit says. */
  private static final double EQUAL = 1e-9;

  double absolute() {
    return to - from;
  }

  double percent() {
    return 100 * (to - from) / from;
  }

  boolean fallsByAtLeast(double percent) {
    return percent() <= -percent + EQUAL;
  }

  boolean fallsByMoreThan(double percent) {
    return percent() < -percent - EQUAL;
  }

  boolean risesByMoreThan(double percent) {
    return percent() > percent + EQUAL;
  }

  boolean fallsByAtLeastUnits(double units) {
    return absolute() <= -units + EQUAL;
  }

  boolean risesByMoreThanUnits(double units) {
    return absolute() > units + EQUAL;
  }
}
