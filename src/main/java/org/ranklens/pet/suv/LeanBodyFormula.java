package org.ranklens.pet.suv;

/** Formulae of lean body mass. One is used for all scans of a patient. */
public enum LeanBodyFormula {
  /** Janmahasatian: the default; for the obese, James falls again with growing weight. */
  JANMAHASATIAN,
  /** James, 128 for men: DICOM's LBMJAMES128, PERCIST 1.0's own. */
  JAMES,
  /** Morgan, 120 for men: DICOM's LBM. */
  MORGAN
}
