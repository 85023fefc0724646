package org.ranklens.phantom.pet;

/** What the stored activity is corrected to: DICOM's Decay Correction (0054,1102). */
public enum Decay {
  /** To the start of the scan. */
  START,
  /** To the injection. */
  ADMIN,
  /** Not at all: each slice as it was on average while it was measured. */
  NONE
}
