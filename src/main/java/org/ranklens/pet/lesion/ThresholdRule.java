package org.ranklens.pet.lesion;

/** What uptake is looked at as a possible lesion. */
public enum ThresholdRule {
  /**
   * 1.5 times the mean plus 2 SD of a sphere in the right liver lobe (Wahl 2009); twice the mean
   * plus 2 SD of the blood in the descending aorta where no liver is found; the fixed SUV where
   * neither is.
   */
  PERCIST,
  /** A fixed SUV. */
  FIXED
}
