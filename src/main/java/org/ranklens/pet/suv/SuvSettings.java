package org.ranklens.pet.suv;

import java.util.Objects;

/**
 * How SUVs are computed.
 *
 * @param leanBodyFormula the formula of lean body mass for SUL
 * @param spreadWarningPercent candidates of the reference time that give SUVs further apart than
 *     this are told as a warning; at least 0
 */
public record SuvSettings(LeanBodyFormula leanBodyFormula, double spreadWarningPercent) {

  public SuvSettings {
    Objects.requireNonNull(leanBodyFormula, "leanBodyFormula");
    if (!(spreadWarningPercent >= 0)) {
      throw new IllegalArgumentException(
          "spreadWarningPercent must be at least 0, not " + spreadWarningPercent);
    }
  }

  /** Returns the defaults: Janmahasatian, 1 %. */
  public static SuvSettings defaults() {
    return new SuvSettings(LeanBodyFormula.JANMAHASATIAN, 1.0);
  }
}
