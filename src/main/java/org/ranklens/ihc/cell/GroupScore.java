package org.ranklens.ihc.cell;

/**
 * How likely a group of nuclei is one giant cell, as the logarithm of the odds: a weighted sum, its
 * weights fitted by logistic regression to groups of rendered fields.
 */
final class GroupScore {

  private GroupScore() {}

  static double of(GroupFeatures f) {
    return -18.3
        + 6.3 * Math.log(Math.min(f.nuclei(), 12))
        + 0.72 * clip(f.weakest() - f.outward(), -2, 5)
        - 0.6 * Math.log(clip(f.hullUm2PerNucleus(), 40, 400))
        - 1.8 * clip(f.odSpread(), 0, 1.5)
        + 7.2 * f.even()
        + 6.25 * f.ownNuclei()
        + 1.6 * clip(f.level(), 0, 1);
  }

  private static double clip(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
