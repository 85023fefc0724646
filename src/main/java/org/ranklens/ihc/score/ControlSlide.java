package org.ranklens.ihc.score;

import java.util.Map;
import java.util.Optional;
import org.ranklens.ihc.cell.Population;

/**
 * A control slide and what it stains.
 *
 * @param name the slide's file name
 * @param negative a negative control (no primary antibody, or tissue without the antigen), else a
 *     positive one
 * @param rates per population with scored cells
 * @param trouble why it gave no result, empty where it did
 */
public record ControlSlide(
    String name, boolean negative, Map<Population, Rate> rates, String trouble) {

  /**
   * What a population of the control stains.
   *
   * @param cells scored cells
   * @param positivePercent 0 to 100
   * @param hScore 0 to 300
   */
  public record Rate(long cells, double positivePercent, double hScore) {}

  public ControlSlide {
    rates = Map.copyOf(rates);
  }

  Optional<Rate> rate(Population population) {
    return Optional.ofNullable(rates.get(population));
  }

  /** Returns the rates that are of enough cells to be told from chance. */
  Map<Population, Rate> telling(ControlSettings settings) {
    Map<Population, Rate> telling = new java.util.EnumMap<>(Population.class);
    rates.forEach(
        (population, rate) -> {
          if (rate.cells() >= settings.leastCells()) {
            telling.put(population, rate);
          }
        });
    return telling;
  }
}
