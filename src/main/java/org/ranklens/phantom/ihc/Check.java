package org.ranklens.phantom.ihc;

/** Refuses impossible settings, naming the value and what is allowed. */
final class Check {

  private Check() {}

  static void range(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", allowed is " + low + " to " + high);
    }
  }
}
