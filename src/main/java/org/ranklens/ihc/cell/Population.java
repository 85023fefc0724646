package org.ranklens.ihc.cell;

import java.util.List;

/** Which cells of a slide are scored together. */
public enum Population {
  /** Every cell. */
  ALL("all"),
  /** Giant cells: several nuclei in one cytoplasm. */
  MULTINUCLEATED("multinucleated"),
  /** Every cell of one nucleus, stroma cells and lymphocytes too. */
  MONONUCLEAR("mononuclear"),
  /** Mononuclear cells near osteoid; they are told where osteoid is drawn or looked for. */
  OSTEOID_NEAR("osteoid_near");

  private static final List<Population> ON_EVERY_SLIDE = List.of(ALL, MULTINUCLEATED, MONONUCLEAR);

  private final String csvName;

  Population(String csvName) {
    this.csvName = csvName;
  }

  /** Returns the populations that are told of every slide. */
  public static List<Population> onEverySlide() {
    return ON_EVERY_SLIDE;
  }

  /** Returns the name in the tables. */
  public String csvName() {
    return csvName;
  }
}
