package org.ranklens.pet.suv;

/** The patient's sex as (0010,0040) codes it. */
public enum Sex {
  MALE,
  FEMALE,
  /** O: body measures are the mean of both formulae, as the manual proposes. */
  OTHER
}
