package org.ranklens.pet.lesion;

import java.util.Objects;

/**
 * How lesions are found and delineated.
 *
 * @param thresholdRule what uptake is looked at
 * @param liverFactor PERCIST: factor of the liver's mean, 1.5 (Wahl 2009), from 1 to 5
 * @param liverSds PERCIST: SDs of the liver added to it, 2 (Wahl 2009), from 0 to 10
 * @param bloodFactor PERCIST: factor of the aorta's mean, 2 (Wahl 2009), from 1 to 5
 * @param bloodSds PERCIST: SDs of the aorta added to it, 2 (Wahl 2009), from 0 to 10
 * @param fixedSuvBw the fixed SUV by body weight, above 0 and at most 50
 * @param minimumMl a smaller region is no lesion, from 0 to 100 ml
 * @param saddlePercentOfPeak two maxima are two lesions where the way between them falls below so
 *     much of the lower one, from 0 (never) to 100
 * @param voiRule how far a lesion reaches
 * @param voiPercent percent of the maximum (or of the difference to the background) for it, from 10
 *     to 90
 * @param excludePhysiological whether brain, heart, kidneys, bladder and liver are kept out by rule
 * @param metalHu voxels of the CT above are metal and no calcification, from 1000 to 32767
 */
public record LesionSettings(
    ThresholdRule thresholdRule,
    double liverFactor,
    double liverSds,
    double bloodFactor,
    double bloodSds,
    double fixedSuvBw,
    double minimumMl,
    double saddlePercentOfPeak,
    VoiRule voiRule,
    double voiPercent,
    boolean excludePhysiological,
    int metalHu) {

  public LesionSettings {
    Objects.requireNonNull(thresholdRule, "thresholdRule");
    Objects.requireNonNull(voiRule, "voiRule");
    check("liverFactor", liverFactor, 1, 5);
    check("liverSds", liverSds, 0, 10);
    check("bloodFactor", bloodFactor, 1, 5);
    check("bloodSds", bloodSds, 0, 10);
    check("fixedSuvBw", fixedSuvBw, Double.MIN_VALUE, 50);
    check("minimumMl", minimumMl, 0, 100);
    check("saddlePercentOfPeak", saddlePercentOfPeak, 0, 100);
    check("voiPercent", voiPercent, 10, 90);
    check("metalHu", metalHu, 1000, Short.MAX_VALUE);
  }

  /** Returns the defaults. */
  public static LesionSettings defaults() {
    return new LesionSettings(
        ThresholdRule.PERCIST,
        1.5,
        2,
        2,
        2,
        2.5,
        0.4,
        60,
        VoiRule.BACKGROUND_ADAPTED,
        41,
        true,
        3000);
  }

  private static void check(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " must be from " + low + " to " + high + ", not " + value);
    }
  }
}
