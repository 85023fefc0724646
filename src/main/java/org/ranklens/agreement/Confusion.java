package org.ranklens.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often each category of one reader met each of the other, for the page.
 *
 * @param columns names of the second reader's categories
 * @param rows a row per category of the first reader
 */
record Confusion(List<String> columns, List<Row> rows) {

  /** Public getters by record accessor: the template reads them by name. */
  record Row(String name, List<Cell> cells) {}

  /**
   * @param count how often
   * @param shade how dark, 0 to 0.8, as CSS wants it
   * @param dark whether it needs white letters
   * @param same whether both said the same
   */
  record Cell(int count, String shade, boolean dark, boolean same) {}

  static Confusion of(Pair pair) {
    int[][] counts = pair.confusion();
    int largest = 1;
    for (int[] row : counts) {
      for (int count : row) {
        largest = Math.max(largest, count);
      }
    }
    List<String> names = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      names.add(pair.metric.categoryName(i));
      List<Cell> cells = new ArrayList<>();
      for (int j = 0; j < counts.length; j++) {
        double shade = 0.8 * counts[i][j] / largest;
        cells.add(
            new Cell(
                counts[i][j], String.format(Locale.ROOT, "%.2f", shade), shade > 0.45, i == j));
      }
      rows.add(new Row(names.get(i), cells));
    }
    return new Confusion(names, rows);
  }
}
