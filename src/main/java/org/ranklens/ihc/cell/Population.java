package org.ranklens.ihc.cell;

/** Which cells of a slide are scored together. */
public enum Population {
  /** Every cell. */
  ALL("all"),
  /** Giant cells: several nuclei in one cytoplasm. */
  MULTINUCLEATED("multinucleated"),
  /** Every cell of one nucleus, stroma cells and lymphocytes too. */
  MONONUCLEAR("mononuclear");

  private final String csvName;

  Population(String csvName) {
    this.csvName = csvName;
  }

  /** Returns the name in the tables. */
  public String csvName() {
    return csvName;
  }
}
