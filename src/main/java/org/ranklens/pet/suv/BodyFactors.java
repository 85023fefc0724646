package org.ranklens.pet.suv;

import java.util.OptionalDouble;

/**
 * What turns an SUV by body weight into another one of the same patient: multiply. Empty where the
 * header and the user tell too little for it.
 *
 * @param sulPerSuvBw lean body mass / body weight
 * @param suvBsaPerSuvBw body surface area in cm2 / body weight in g
 * @param suvIbwPerSuvBw ideal body weight / body weight
 */
public record BodyFactors(
    OptionalDouble sulPerSuvBw, OptionalDouble suvBsaPerSuvBw, OptionalDouble suvIbwPerSuvBw) {

  /** Returns factors of which none is known. */
  public static BodyFactors unknown() {
    return new BodyFactors(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Returns the factor of a normalisation. */
  public OptionalDouble factor(SuvNormalisation normalisation) {
    return switch (normalisation) {
      case BODY_WEIGHT -> OptionalDouble.of(1.0);
      case LEAN_BODY_MASS -> sulPerSuvBw;
      case BODY_SURFACE_AREA -> suvBsaPerSuvBw;
      case IDEAL_BODY_WEIGHT -> suvIbwPerSuvBw;
    };
  }
}
