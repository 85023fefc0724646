package org.ranklens.ihc.cell;

/** What lies on a slide, or was done to it, and must not be scored as tissue. */
public enum Artefact {
  /** Ink of a marker pen. */
  PEN("pen", "pen"),
  /** Tissue that lies double. */
  FOLD("fold", "fold"),
  /** Air under the cover slip. */
  BUBBLE("bubble", "bubble"),
  /** Where the scanner missed the focus. */
  OUT_OF_FOCUS("out_of_focus", "out of focus"),
  /** Black or brown pigment, crystals, dirt. */
  PIGMENT("pigment", "pigment");

  private final String csvName;
  private final String words;

  Artefact(String csvName, String words) {
    this.csvName = csvName;
    this.words = words;
  }

  /** Returns what a table calls it. */
  public String csvName() {
    return csvName;
  }

  /** Returns what a person calls it. */
  public String words() {
    return words;
  }
}
