package org.ranklens.ihc.score;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.ihc.cell.Population;

/**
 * The scores of one population; empty where it has no scored cell.
 *
 * @param population which cells
 * @param cells all its cells, those without measurable cytoplasm too
 * @param counts cells per class
 * @param positivePercent cells of class 1+ and above, 0 to 100
 * @param hScore 1 x %1+ plus 2 x %2+ plus 3 x %3+, 0 to 300; McCarty KS et al. Arch Pathol Lab Med
 *     1985;109:716-721
 * @param allredProportion 0 to 5
 * @param allredIntensity 0 to 3
 * @param allredTotal 0 to 8
 * @param irsPercentage 0 to 4
 * @param irsIntensity 0 to 3
 * @param irsTotal 0 to 12
 * @param irsCategory the IRS in words
 * @param stainingIndex how the staining shares out over the slide; empty where the cells' places
 *     are not known, or no square has enough
 * @param intervals how far the scores would differ on other parts of the tissue
 */
public record PopulationScore(
    Population population,
    long cells,
    ClassCounts counts,
    OptionalDouble positivePercent,
    OptionalDouble hScore,
    OptionalInt allredProportion,
    OptionalInt allredIntensity,
    OptionalInt allredTotal,
    OptionalInt irsPercentage,
    OptionalInt irsIntensity,
    OptionalInt irsTotal,
    Optional<String> irsCategory,
    Optional<StainingIndex> stainingIndex,
    ScoreIntervals intervals) {

  /**
   * Scores a population whose cells' places are known, with intervals.
   *
   * @param cells all its cells, at least as many as are in the classes
   */
  public static PopulationScore of(
      Population population, long cells, ClassBlocks blocks, ScoreSettings settings) {
    return of(
        population,
        cells,
        blocks.total(),
        settings,
        StainingIndex.of(blocks, settings.interval()),
        Bootstrap.of(blocks, settings));
  }

  /**
   * Scores a population, without intervals.
   *
   * @param cells all its cells, at least as many as are in the classes
   */
  public static PopulationScore of(
      Population population, long cells, ClassCounts counts, ScoreSettings settings) {
    return of(population, cells, counts, settings, Optional.empty(), ScoreIntervals.none());
  }

  private static PopulationScore of(
      Population population,
      long cells,
      ClassCounts counts,
      ScoreSettings settings,
      Optional<StainingIndex> stainingIndex,
      ScoreIntervals intervals) {
    if (cells < counts.total()) {
      throw new IllegalArgumentException("more cells in the classes than there are");
    }
    if (counts.total() == 0) {
      return empty(population, cells);
    }
    Allred allred = Allred.of(counts);
    Irs irs = Irs.of(counts, settings);
    return new PopulationScore(
        population,
        cells,
        counts,
        OptionalDouble.of(100.0 * counts.positive() / counts.total()),
        OptionalDouble.of(100.0 * counts.weightedSum() / counts.total()),
        OptionalInt.of(allred.proportion()),
        OptionalInt.of(allred.intensity()),
        OptionalInt.of(allred.total()),
        OptionalInt.of(irs.percentage()),
        OptionalInt.of(irs.intensity()),
        OptionalInt.of(irs.total()),
        Optional.of(irs.category()),
        stainingIndex,
        intervals);
  }

  private static PopulationScore empty(Population population, long cells) {
    return new PopulationScore(
        population,
        cells,
        ClassCounts.none(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        ScoreIntervals.none());
  }
}
