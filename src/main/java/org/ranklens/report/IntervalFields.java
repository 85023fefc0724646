package org.ranklens.report;

import java.util.Optional;
import org.ranklens.ihc.score.Interval;
import org.ranklens.ihc.score.ScoreIntervals;

/** The fields of {@code ihc.csv} that hold the scores' intervals. */
final class IntervalFields {

  private IntervalFields() {}

  static void add(Row row, ScoreIntervals intervals) {
    ends(row, intervals.positivePercent(), 2);
    ends(row, intervals.hScore(), 2);
    ends(row, intervals.allredTotal(), 0);
    ends(row, intervals.irsTotal(), 0);
    if (intervals.blockMicrons().isPresent()) {
      row.whole(intervals.blocks()).whole(intervals.blockMicrons());
    } else {
      row.blank(2);
    }
  }

  private static void ends(Row row, Optional<Interval> interval, int decimals) {
    if (interval.isEmpty()) {
      row.blank(2);
    } else {
      row.number(interval.get().low(), decimals).number(interval.get().high(), decimals);
    }
  }

  /** Returns {@code (low to high)} with a space before it, or nothing. */
  static String words(Optional<Interval> interval, int decimals) {
    return interval
        .map(
            i ->
                " ("
                    + Row.decimal(i.low(), decimals)
                    + " to "
                    + Row.decimal(i.high(), decimals)
                    + ")")
        .orElse("");
  }
}
