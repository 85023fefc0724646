package org.ranklens.ihc.score;

import java.util.Objects;

/**
 * How cells are classed and scored.
 *
 * @param weakOd least DAB optical density of class 1+
 * @param moderateOd least DAB optical density of class 2+, above {@code weakOd}
 * @param strongOd least DAB optical density of class 3+, above {@code moderateOd}
 * @param irsBins how the IRS bins percentages
 * @param irsCategories how the IRS total is put into words
 * @param interval how the scores' intervals are found
 */
public record ScoreSettings(
    double weakOd,
    double moderateOd,
    double strongOd,
    IrsBins irsBins,
    IrsCategories irsCategories,
    IntervalSettings interval) {

  public ScoreSettings {
    if (!(weakOd > 0 && moderateOd > weakOd && strongOd > moderateOd && strongOd < 5)) {
      throw new IllegalArgumentException(
          "the cuts of the classes must rise from above 0 to below 5, not "
              + weakOd
              + ", "
              + moderateOd
              + ", "
              + strongOd);
    }
    Objects.requireNonNull(irsBins, "irsBins");
    Objects.requireNonNull(irsCategories, "irsCategories");
    Objects.requireNonNull(interval, "interval");
  }

  /** Returns cuts of 0.2, 0.4 and 0.6 and Remmele and Stegner's IRS. */
  public static ScoreSettings defaults() {
    return new ScoreSettings(
        0.2,
        0.4,
        0.6,
        IrsBins.REMMELE_STEGNER,
        IrsCategories.REMMELE_STEGNER,
        IntervalSettings.defaults());
  }

  /** Returns the class of a cell by the DAB optical density of its cytoplasm. */
  public IntensityClass classOf(double cytoplasmDabOd) {
    if (cytoplasmDabOd >= strongOd) {
      return IntensityClass.STRONG;
    }
    if (cytoplasmDabOd >= moderateOd) {
      return IntensityClass.MODERATE;
    }
    return cytoplasmDabOd >= weakOd ? IntensityClass.WEAK : IntensityClass.NEGATIVE;
  }
}
