package org.ranklens.ihc.cell;

/**
 * How likely a group of nuclei is one giant cell, as the logarithm of the odds: a weighted sum, its
 * weights fitted by logistic regression to groups of rendered fields.
 */
final class GroupScore {

  private GroupScore() {}

  static double of(GroupFeatures f) {
    return -17.4
        + 6.1 * Math.log(Math.min(f.nuclei(), 12))
        + 0.62 * clip(f.weakest() - f.outward(), -2, 5)
        - 0.5 * Math.log(clip(f.hullUm2PerNucleus(), 40, 400))
        - 1.4 * clip(f.odSpread(), 0, 1.5)
        + 6.9 * f.even()
        + 5.0 * f.ownNuclei()
        + 2.15 * clip(f.level(), 0, 1);
  }

  private static double clip(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
