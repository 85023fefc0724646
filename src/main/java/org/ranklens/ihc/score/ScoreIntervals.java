package org.ranklens.ihc.score;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far the scores of a population would differ if other parts of the same tissue had been on the
 * slide: 95 % intervals by {@link Bootstrap}. They tell nothing of staining, scanner or cut-offs.
 *
 * <p>A score has none where it can't be told: with cells in one square only, or where no cell, or
 * every cell, is of the kind that is counted.
 *
 * @param positivePercent 0 to 100
 * @param hScore 0 to 300
 * @param allredTotal 0 to 8
 * @param irsTotal 0 to 12
 * @param blocks squares that hold scored cells
 * @param blockMicrons edge of the squares; empty where there was nothing to draw
 */
public record ScoreIntervals(
    Optional<Interval> positivePercent,
    Optional<Interval> hScore,
    Optional<Interval> allredTotal,
    Optional<Interval> irsTotal,
    int blocks,
    OptionalInt blockMicrons) {

  /** Returns no intervals. */
  public static ScoreIntervals none() {
    return new ScoreIntervals(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        OptionalInt.empty());
  }
}
