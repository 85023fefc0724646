package org.ranklens.ihc.cell;

/**
 * How likely two neighbouring nuclei lie in one cytoplasm, as the logarithm of the odds: a weighted
 * sum, its weights fitted by logistic regression to pairs of nuclei of rendered fields.
 */
final class PairScore {

  private PairScore() {}

  static double of(PairFeatures f) {
    return -3.9
        - 0.205 * clip(f.distanceMicrons(), 5, 20)
        + 0.07 * clip(f.gapMicrons(), 0, 12)
        - 2.85 * clip(f.odDifference(), 0, 1.5)
        - 1.07 * clip(f.valley(), -0.2, 1)
        + 0.1 * clip(f.ridge(), -0.2, 1)
        + 15.1 * clip(f.hematoxylinValley(), 0, 0.35)
        - 1.44 * clip(f.crowd(), 0, 3)
        + 1.85 * clip(f.crowdSum(), 0, 8)
        + 3.0 * clip(f.level(), 0, 1);
  }

  private static double clip(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
