package org.ranklens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.agreement.Metric;
import org.ranklens.agreement.Reading;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.ClassCounts;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.score.ScoreSettings;

/** Turns shares of the four classes into the readings that are compared. */
final class HandScore {

  /** The region of all readings of sheets: their fields, not the slide. */
  static final String REGION = "fields";

  private HandScore() {}

  /** The readings of one population on the fields of one slide; none where there are no cells. */
  static List<Reading> readings(
      String caseCode,
      String slide,
      Population population,
      ClassCounts counts,
      String reader,
      String session,
      OptionalDouble seconds,
      String comment) {
    PopulationScore score =
        PopulationScore.of(population, counts.total(), counts, ScoreSettings.defaults());
    List<Reading> readings = new ArrayList<>();
    Map<Metric, OptionalDouble> values =
        Map.of(
            Metric.POSITIVE_PERCENT, score.positivePercent(),
            Metric.H_SCORE, score.hScore(),
            Metric.ALLRED_TOTAL, whole(score.allredTotal()),
            Metric.IRS_TOTAL, whole(score.irsTotal()));
    for (Metric metric : Metric.values()) {
      OptionalDouble value = values.getOrDefault(metric, OptionalDouble.empty());
      if (value.isPresent()) {
        readings.add(
            new Reading(
                caseCode,
                slide,
                REGION,
                population.csvName(),
                metric,
                reader,
                session,
                value.getAsDouble(),
                seconds,
                comment));
      }
    }
    return readings;
  }

  private static OptionalDouble whole(OptionalInt value) {
    return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
  }
}
