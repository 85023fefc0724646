package org.ranklens.phantom.ihc;

import java.util.List;

/**
 * Counts per intensity class; percent and H-score follow from them.
 *
 * @param cells number of cells
 * @param positivePercent share of class 1 and above, in percent; 0 where there are no cells
 * @param hScore 1 x percent of 1+ plus 2 x percent of 2+ plus 3 x percent of 3+, 0 to 300
 */
public record TrueScore(int cells, double positivePercent, double hScore) {

  static TrueScore of(List<TrueCell> cells) {
    if (cells.isEmpty()) {
      return new TrueScore(0, 0, 0);
    }
    long positive = cells.stream().filter(cell -> cell.intensityClass() > 0).count();
    int points = cells.stream().mapToInt(TrueCell::intensityClass).sum();
    return new TrueScore(
        cells.size(), 100.0 * positive / cells.size(), 100.0 * points / cells.size());
  }
}
