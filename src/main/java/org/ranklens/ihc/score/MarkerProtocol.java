package org.ranklens.ihc.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.ihc.cell.Population;

/**
 * When a slide is called positive or overexpressing. The literature disagrees, so a protocol is
 * named after its source, and without one nothing is called.
 *
 * @param name the protocol's name, with its source
 * @param marker the marker it is for, in capitals
 * @param population whose score counts
 * @param metric which score is compared with the cuts
 * @param positiveFrom least value of a positive slide
 * @param overexpressedFrom least value of an overexpressing slide, not below {@code positiveFrom}
 * @param cutCounts whether a score at the cut itself counts; false for a rule of "more than"
 * @param antibodyClone the antibody's clone, as a note
 * @param antibodyDilution the antibody's dilution, as a note
 * @param source author, year, journal
 * @param notes whatever must be known, or the lab wants to remember
 * @param published rates of cohorts that {@code cohort.csv} sets beside a batch's own
 */
public record MarkerProtocol(
    String name,
    String marker,
    Population population,
    Metric metric,
    OptionalDouble positiveFrom,
    OptionalDouble overexpressedFrom,
    boolean cutCounts,
    String antibodyClone,
    String antibodyDilution,
    String source,
    String notes,
    List<PublishedRate> published) {

  /** A score that a protocol can cut. */
  public enum Metric {
    POSITIVE_PERCENT(100),
    H_SCORE(300),
    ALLRED_TOTAL(8),
    IRS_TOTAL(12);

    private final double most;

    Metric(double most) {
      this.most = most;
    }
  }

  public MarkerProtocol {
    for (String text :
        new String[] {name, marker, antibodyClone, antibodyDilution, source, notes}) {
      if (text == null) {
        throw new IllegalArgumentException("a text of a protocol is missing; write \"\" for none");
      }
    }
    if (population == null || metric == null) {
      throw new IllegalArgumentException("a protocol needs a population and a metric");
    }
    marker = marker.toUpperCase(Locale.ROOT);
    published = List.copyOf(published);
    checkCut("positiveFrom", positiveFrom, metric);
    checkCut("overexpressedFrom", overexpressedFrom, metric);
    if (positiveFrom.isPresent()
        && overexpressedFrom.isPresent()
        && overexpressedFrom.getAsDouble() < positiveFrom.getAsDouble()) {
      throw new IllegalArgumentException("overexpressedFrom must not be below positiveFrom");
    }
    if (name.isEmpty() && (positiveFrom.isPresent() || overexpressedFrom.isPresent())) {
      throw new IllegalArgumentException("a protocol with a cut needs a name");
    }
  }

  private static void checkCut(String name, OptionalDouble cut, Metric metric) {
    if (cut.isPresent() && !(cut.getAsDouble() >= 0 && cut.getAsDouble() <= metric.most)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be 0 to %.0f for %s, not %s",
              name,
              metric.most,
              metric,
              cut.getAsDouble()));
    }
  }

  /**
   * Returns a protocol that calls nothing. Its population is the one that the marker is looked for
   * in: RANK in giant cells, RANKL in mononuclear ones, others in all.
   */
  public static MarkerProtocol none(String marker) {
    return new MarkerProtocol(
        "",
        marker,
        switch (marker) {
          case "RANK" -> Population.MULTINUCLEATED;
          case "RANKL" -> Population.MONONUCLEAR;
          default -> Population.ALL;
        },
        Metric.POSITIVE_PERCENT,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        true,
        "",
        "",
        "",
        "",
        List.of());
  }

  /** Returns a protocol of the same population that calls nothing: a control slide is no case. */
  public MarkerProtocol withoutCalls() {
    return new MarkerProtocol(
        "",
        marker,
        population,
        metric,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        true,
        "",
        "",
        "",
        "",
        List.of());
  }

  /**
   * Returns {@code overexpressed}, {@code positive} or {@code negative}; empty where the protocol
   * has no cut, the score is empty or of another population.
   */
  public Optional<String> call(PopulationScore score) {
    OptionalDouble value = value(score);
    if (score.population() != population || value.isEmpty()) {
      return Optional.empty();
    }
    if (reaches(value.getAsDouble(), overexpressedFrom)) {
      return Optional.of("overexpressed");
    }
    if (positiveFrom.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(reaches(value.getAsDouble(), positiveFrom) ? "positive" : "negative");
  }

  /** Returns whether a value of {@link #metric} is called so; an overexpressing one is positive. */
  public boolean calls(double value, PublishedRate.Call call) {
    return reaches(value, overexpressedFrom)
        || (call == PublishedRate.Call.POSITIVE && reaches(value, positiveFrom));
  }

  private boolean reaches(double value, OptionalDouble cut) {
    return cut.isPresent() && (cutCounts ? value >= cut.getAsDouble() : value > cut.getAsDouble());
  }

  private OptionalDouble value(PopulationScore score) {
    return switch (metric) {
      case POSITIVE_PERCENT -> score.positivePercent();
      case H_SCORE -> score.hScore();
      case ALLRED_TOTAL -> score.allredTotal().stream().asDoubleStream().findFirst();
      case IRS_TOTAL -> score.irsTotal().stream().asDoubleStream().findFirst();
    };
  }
}
