package org.ranklens.fiji;

/** Keys under which ImageJ remembers the last answers. */
final class Preferences {

  static final String OUTPUT = "ranklens.output";
  static final String MARKER = "ranklens.marker";
  static final String SLIDE = "ranklens.slide";
  static final String BASELINE = "ranklens.baseline";
  static final String FOLLOWUP = "ranklens.followup";

  private Preferences() {}
}
