package org.ranklens.fiji;

import ij.IJ;
import ij.measure.ResultsTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Shows a written CSV file in a window: what the user sees is what the file says. */
final class Tables {

  /** More rows make ImageJ's window slow; the file has them all. */
  private static final int MOST_ROWS = 100_000;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

  private Tables() {}

  /** Shows a table under a title; an earlier window of that title takes the new rows. */
  static void show(Path csv, String title) throws IOException {
    read(csv, title).show(title);
  }

  static ResultsTable read(Path csv, String title) throws IOException {
    List<List<String>> rows = CsvText.rows(head(csv, title));
    ResultsTable table = new ResultsTable();
    List<String> header = rows.get(0);
    int[] decimals = new int[header.size()];
    for (List<String> row : rows.subList(1, rows.size())) {
      table.incrementCounter();
      for (int i = 0; i < header.size(); i++) {
        String field = row.get(i);
        if (NUMBER.matcher(field).matches()) {
          int point = field.indexOf('.');
          decimals[i] = Math.max(decimals[i], point < 0 ? 0 : field.length() - point - 1);
          table.addValue(header.get(i), Double.parseDouble(field));
        } else {
          table.addValue(header.get(i), field);
        }
      }
    }
    for (int i = 0; i < decimals.length && table.size() > 0; i++) {
      table.setDecimalPlaces(table.getColumnIndex(header.get(i)), decimals[i]);
    }
    table.showRowNumbers(false);
    return table;
  }

  private static String head(Path csv, String title) throws IOException {
    StringBuilder text = new StringBuilder();
    try (BufferedReader in = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
      int lines = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (lines++ > MOST_ROWS) {
          IJ.log(title + " shows the first " + MOST_ROWS + " rows; all are in " + csv);
          break;
        }
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }
}
