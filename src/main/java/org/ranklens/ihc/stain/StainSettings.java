package org.ranklens.ihc.stain;

import java.util.Objects;

/**
 * How colours become stains.
 *
 * @param vectors the vectors that are used as they are where nothing is estimated, and fallen back
 *     upon where the estimate can't be trusted
 * @param estimateVectors whether the vectors are estimated from the slide
 * @param maxTurnDegrees an estimated DAB vector further than this from that of {@code vectors} is
 *     not trusted, nor haematoxylin further than 10 degrees more; 0 to 45
 * @param minAngleDegrees estimated vectors closer together than this are not trusted; 3 to 60
 */
public record StainSettings(
    StainMatrix vectors, boolean estimateVectors, double maxTurnDegrees, double minAngleDegrees) {

  public StainSettings {
    Objects.requireNonNull(vectors, "vectors");
    if (!(maxTurnDegrees >= 0 && maxTurnDegrees <= 45)) {
      throw new IllegalArgumentException(
          "maxTurnDegrees must be 0 to 45 degrees, not " + maxTurnDegrees);
    }
    if (!(minAngleDegrees >= 3 && minAngleDegrees <= 60)) {
      throw new IllegalArgumentException(
          "minAngleDegrees must be 3 to 60 degrees, not " + minAngleDegrees);
    }
  }

  /** Returns Ruifrok's vectors, refined by the slide. */
  public static StainSettings defaults() {
    return new StainSettings(StainMatrix.ruifrok(), true, 15, 20);
  }
}
