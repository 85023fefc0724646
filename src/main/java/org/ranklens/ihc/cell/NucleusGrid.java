package org.ranklens.ihc.cell;

import java.util.Arrays;

/** Finds the nuclei near a nucleus without looking at all of them. It owns its arrays. */
final class NucleusGrid {

  private final int[][] near;

  NucleusGrid(Nuclei nuclei, double reachPixels) {
    int count = nuclei.count();
    int[] column = new int[count];
    int[] row = new int[count];
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      column[i] = (int) (nuclei.shape(i).x() / reachPixels);
      row[i] = (int) (nuclei.shape(i).y() / reachPixels);
      left = Math.min(left, column[i]);
      top = Math.min(top, row[i]);
    }
    int columns = 3;
    int rows = 3;
    for (int i = 0; i < count; i++) {
      // A rim of empty squares, so that every square has eight others around.
      column[i] += 1 - left;
      row[i] += 1 - top;
      columns = Math.max(columns, column[i] + 2);
      rows = Math.max(rows, row[i] + 2);
    }
    near = near(column, row, columns, rows);
  }

  private static int[][] near(int[] column, int[] row, int columns, int rows) {
    int count = column.length;
    int[] begin = new int[columns * rows + 1];
    for (int i = 0; i < count; i++) {
      begin[row[i] * columns + column[i] + 1]++;
    }
    for (int square = 1; square < begin.length; square++) {
      begin[square] += begin[square - 1];
    }
    int[] next = begin.clone();
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[next[row[i] * columns + column[i]]++] = i;
    }
    int[][] near = new int[count][];
    for (int i = 0; i < count; i++) {
      int[] found = new int[16];
      int to = 0;
      for (int y = row[i] - 1; y <= row[i] + 1; y++) {
        int square = y * columns + column[i];
        for (int k = begin[square - 1]; k < begin[square + 2]; k++) {
          if (sorted[k] != i) {
            found = to == found.length ? Arrays.copyOf(found, 2 * to) : found;
            found[to++] = sorted[k];
          }
        }
      }
      near[i] = Arrays.copyOf(found, to);
      Arrays.sort(near[i]);
    }
    return near;
  }

  /** Returns all others that may be within reach, in rising order; not a copy. */
  int[] near(int index) {
    return near[index];
  }
}
