package org.ranklens.ihc.cell;

/** Where a marker stains, and so what a cell is classed by. */
public enum Compartment {
  /** RANK, RANKL and whatever else is read in the cytoplasm. */
  CYTOPLASM,
  /** Ki-67 and other markers of the nucleus: nuclei are brown, and there are no giant cells. */
  NUCLEUS
}
