package org.ranklens.ihc.score;

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
 * @param source author, year, journal
 * @param notes antibody clone, dilution and whatever the lab wants to remember
 */
public record MarkerProtocol(
    String name,
    String marker,
    Population population,
    Metric metric,
    OptionalDouble positiveFrom,
    OptionalDouble overexpressedFrom,
    String source,
    String notes) {

  /** A score that a protocol can cut. */
  public enum Metric {
    POSITIVE_PERCENT,
    H_SCORE,
    ALLRED_TOTAL,
    IRS_TOTAL
  }

  public MarkerProtocol {
    if (positiveFrom.isPresent()
        && overexpressedFrom.isPresent()
        && overexpressedFrom.getAsDouble() < positiveFrom.getAsDouble()) {
      throw new IllegalArgumentException("overexpressedFrom must not be below positiveFrom");
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
        "",
        "");
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
    if (overexpressedFrom.isPresent() && value.getAsDouble() >= overexpressedFrom.getAsDouble()) {
      return Optional.of("overexpressed");
    }
    if (positiveFrom.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(value.getAsDouble() >= positiveFrom.getAsDouble() ? "positive" : "negative");
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
