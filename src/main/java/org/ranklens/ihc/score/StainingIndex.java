package org.ranklens.ihc.score;

import java.util.Optional;

/**
 * How the staining index shares out over the slide: of every square with enough scored cells the
 * mean class of its cells, 0 to 3 (a hundredth of its H-score), and of these the quartiles. Two
 * slides of one H-score, one stained alike everywhere, the other in spots, differ in it.
 *
 * <p>The idea of a grid of squares and the distribution of an index over them is that of J
 * Histochem Cytochem 2016, doi 10.1369/0022155416639884, whose abstract does not tell its index;
 * the mean class is ours. Quartiles are interpolated between the squares, as R's type 7.
 *
 * @param squares squares with enough cells
 * @param lowerQuartile 0 to 3
 * @param median 0 to 3
 * @param upperQuartile 0 to 3
 */
public record StainingIndex(
    int squares, double lowerQuartile, double median, double upperQuartile) {

  /** Fewer cells than this tell more of chance than of the square. */
  static final int LEAST_CELLS = 10;

  /** Returns the distribution over the squares that the intervals are drawn from. */
  static Optional<StainingIndex> of(ClassBlocks blocks, IntervalSettings settings) {
    double[] indices =
        blocks.grid(settings).blocks().stream()
            .filter(block -> block.total() >= LEAST_CELLS)
            .mapToDouble(block -> (double) block.weightedSum() / block.total())
            .sorted()
            .toArray();
    return indices.length == 0
        ? Optional.empty()
        : Optional.of(
            new StainingIndex(
                indices.length,
                quantile(indices, 0.25),
                quantile(indices, 0.5),
                quantile(indices, 0.75)));
  }

  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
