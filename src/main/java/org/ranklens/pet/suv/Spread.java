package org.ranklens.pet.suv;

/** How far times lie apart. */
final class Spread {

  private double earliest = Double.POSITIVE_INFINITY;
  private double latest = Double.NEGATIVE_INFINITY;

  void add(double... seconds) {
    for (double second : seconds) {
      earliest = Math.min(earliest, second);
      latest = Math.max(latest, second);
    }
  }

  double seconds() {
    return latest > earliest ? latest - earliest : 0;
  }
}
