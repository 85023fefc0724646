package org.ranklens.phantom.ihc;

import java.util.Set;

/**
 * Cores of a tissue microarray in place of one piece of tissue.
 *
 * @param rows of cores; 0 for one piece of tissue
 * @param columns of cores
 * @param coreMicrons diameter of a core
 * @param stepMicrons from core to core
 * @param missing places without a core, row by row from 0
 */
public record TmaLayout(
    int rows, int columns, double coreMicrons, double stepMicrons, Set<Integer> missing) {

  public static final TmaLayout NONE = new TmaLayout(0, 0, 0, 1, Set.of());

  public TmaLayout {
    Check.range("rows", rows, 0, 100);
    Check.range("columns", columns, 0, 100);
    Check.range("coreMicrons", coreMicrons, 0, 5000);
    Check.range("stepMicrons", stepMicrons, 1, 10_000);
    missing = Set.copyOf(missing);
  }

  boolean any() {
    return rows > 0;
  }

  /** How deep inside a core a place lies; negative is glass. The grid is turned a little. */
  double depth(double x, double y) {
    double u = x + 0.03 * y;
    double v = y - 0.03 * x;
    int column = (int) Math.floor(u / stepMicrons);
    int row = (int) Math.floor(v / stepMicrons);
    if (column < 0 || row < 0 || column >= columns || row >= rows) {
      return -1000;
    }
    if (missing.contains(row * columns + column)) {
      return -1000;
    }
    double dx = u - (column + 0.5) * stepMicrons;
    double dy = v - (row + 0.5) * stepMicrons;
    return coreMicrons / 2 - Math.sqrt(dx * dx + dy * dy);
  }
}
