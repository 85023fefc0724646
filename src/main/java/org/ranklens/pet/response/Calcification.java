package org.ranklens.pet.response;

/** How the density of the lesions' sites changed. */
public enum Calcification {
  INCREASED("increased"),
  STABLE("stable"),
  DECREASED("decreased");

  private final String csvName;

  Calcification(String csvName) {
    this.csvName = csvName;
  }

  /** Returns its name in tables. */
  public String csvName() {
    return csvName;
  }
}
