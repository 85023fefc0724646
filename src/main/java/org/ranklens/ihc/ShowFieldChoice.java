package org.ranklens.ihc;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.slide.Level;

/**
 * Chooses the field that shows the finding best: the one with most stained cells of the population
 * that counts. Only sums per small square are kept, whatever the number of cells.
 */
final class ShowFieldChoice {

  private static final double SQUARE_MICRONS = 100;
  private static final int WIDE_SQUARES = 5;
  private static final int HIGH_SQUARES = 4;

  /** Where every cell counts, a giant cell shows more than a mononuclear one. */
  private static final double GIANT_WEIGHT = 8;

  private final Population population;
  private final int squarePx;
  private final Map<Integer, Map<Integer, Double>> rows = new TreeMap<>();

  ShowFieldChoice(Population population, double pixelSizeMicrons) {
    this.population = population;
    this.squarePx = (int) Math.max(1, Math.round(SQUARE_MICRONS / pixelSizeMicrons));
  }

  void add(ScoredCell scored) {
    Population own = scored.cell().population();
    boolean counts = population == Population.ALL || population == own;
    double stained = 0.1 + scored.intensityClass().map(IntensityClass::level).orElse(0);
    double weight = counts && own == Population.MULTINUCLEATED ? GIANT_WEIGHT * stained : stained;
    rows.computeIfAbsent((int) (scored.cell().yPx() / squarePx), row -> new TreeMap<>())
        .merge((int) (scored.cell().xPx() / squarePx), counts ? weight : 1e-3, Double::sum);
  }

  /** Returns the best field, empty where there was no cell. */
  Optional<ShowField> best(Level full) {
    double most = 0;
    int bestColumn = 0;
    int bestRow = 0;
    for (Map.Entry<Integer, Map<Integer, Double>> row : rows.entrySet()) {
      for (int column : row.getValue().keySet()) {
        for (int up = 0; up < HIGH_SQUARES; up++) {
          for (int left = 0; left < WIDE_SQUARES; left++) {
            int x = Math.max(0, column - left);
            int y = Math.max(0, row.getKey() - up);
            double sum = sum(x, y);
            if (sum > most + 1e-9) {
              most = sum;
              bestColumn = x;
              bestRow = y;
            }
          }
        }
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(field(bestColumn, bestRow, full));
  }

  private double sum(int column, int row) {
    double sum = 0;
    for (int y = row; y < row + HIGH_SQUARES; y++) {
      Map<Integer, Double> squares = rows.getOrDefault(y, Map.of());
      for (int x = column; x < column + WIDE_SQUARES; x++) {
        sum += squares.getOrDefault(x, 0.0);
      }
    }
    return sum;
  }

  private ShowField field(int column, int row, Level full) {
    int width = Math.min(full.width(), WIDE_SQUARES * squarePx);
    int height = Math.min(full.height(), HIGH_SQUARES * squarePx);
    int x = Math.min(column * squarePx, full.width() - width);
    int y = Math.min(row * squarePx, full.height() - height);
    return new ShowField(x, y, width, height);
  }
}
