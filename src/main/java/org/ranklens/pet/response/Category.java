package org.ranklens.pet.response;

/** Metabolic response. */
public enum Category {
  /** Complete. */
  CMR,
  /** Partial. */
  PMR,
  /** Stable. */
  SMD,
  /** Progressive. */
  PMD
}
