package org.ranklens.pet.suv;

/** What an uptake value is normalised by. */
public enum SuvNormalisation {
  /** Body weight, g/ml. */
  BODY_WEIGHT,
  /** Lean body mass by the formula of the settings (SUL), g/ml. */
  LEAN_BODY_MASS,
  /** Body surface area by Du Bois, cm2/ml. */
  BODY_SURFACE_AREA,
  /** Ideal body weight, g/ml. */
  IDEAL_BODY_WEIGHT
}
