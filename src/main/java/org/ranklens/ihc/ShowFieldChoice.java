package org.ranklens.ihc;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.slide.Level;

/**
 * Chooses the field that shows the finding best: the one with most stained cells of the population
 * that counts. Only sums per small square are kept, whatever the number of cells: 0.8 kB on a
 * square millimetre.
 */
final class ShowFieldChoice {

  private static final double SQUARE_MICRONS = 100;
  private static final int WIDE_SQUARES = 5;
  private static final int HIGH_SQUARES = 4;

  /** Where every cell counts, a giant cell shows more than a mononuclear one. */
  private static final double GIANT_WEIGHT = 8;

  private final Population population;
  private final Level full;
  private final int squarePx;
  private final int columns;

  /** Of rows that hold cells; 0 where there is none. */
  private final NavigableMap<Integer, double[]> rows = new TreeMap<>();

  ShowFieldChoice(Population population, Level full, double pixelSizeMicrons) {
    this.population = population;
    this.full = full;
    this.squarePx = (int) Math.max(1, Math.round(SQUARE_MICRONS / pixelSizeMicrons));
    this.columns = full.width() / squarePx + 1;
  }

  void add(ScoredCell scored) {
    Population own = scored.cell().population();
    boolean counts = population == Population.ALL || population == own;
    double stained = 0.1 + scored.intensityClass().map(IntensityClass::level).orElse(0);
    double weight = counts && own == Population.MULTINUCLEATED ? GIANT_WEIGHT * stained : stained;
    int column = Math.min(columns - 1, (int) (scored.cell().xPx() / squarePx));
    int row = (int) (scored.cell().yPx() / squarePx);
    rows.computeIfAbsent(row, created -> new double[columns])[column] += counts ? weight : 1e-3;
  }

  /** Returns the best field, empty where there was no cell. */
  Optional<ShowField> best() {
    double most = 0;
    int bestColumn = 0;
    int bestRow = 0;
    for (Map.Entry<Integer, double[]> row : rows.entrySet()) {
      for (int column = 0; column < columns; column++) {
        for (int up = 0; up < HIGH_SQUARES && row.getValue()[column] > 0; up++) {
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
    return rows.isEmpty() ? Optional.empty() : Optional.of(field(bestColumn, bestRow));
  }

  private double sum(int column, int row) {
    double sum = 0;
    for (int y = row; y < row + HIGH_SQUARES; y++) {
      double[] squares = rows.get(y);
      for (int x = column; squares != null && x < Math.min(columns, column + WIDE_SQUARES); x++) {
        sum += squares[x];
      }
    }
    return sum;
  }

  private ShowField field(int column, int row) {
    int width = Math.min(full.width(), WIDE_SQUARES * squarePx);
    int height = Math.min(full.height(), HIGH_SQUARES * squarePx);
    int x = Math.min(column * squarePx, full.width() - width);
    int y = Math.min(row * squarePx, full.height() - height);
    return new ShowField(x, y, width, height);
  }
}
