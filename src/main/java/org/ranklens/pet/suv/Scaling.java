package org.ranklens.pet.suv;

import java.util.OptionalDouble;

/**
 * How rescaled values become SUVbw.
 *
 * @param factors for each slice
 * @param suvType what the stored values were normalised by, empty where by nothing
 * @param reference seconds of the scanner's clock that the values hold for
 * @param rule the rule that gave the reference, or what came instead of one
 * @param injection seconds of the scanner's clock
 * @param spreadPercent of the candidates for the reference time
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Scaling(
    double[] factors,
    String suvType,
    OptionalDouble reference,
    String rule,
    OptionalDouble injection,
    OptionalDouble spreadPercent) {

  /** A scaling that needs no times. */
  static Scaling of(double[] factors, String suvType, String rule) {
    OptionalDouble none = OptionalDouble.empty();
    return new Scaling(factors, suvType, none, rule, none, none);
  }

  Scaling withFactors(double[] others) {
    return new Scaling(others, suvType, reference, rule, injection, spreadPercent);
  }
}
