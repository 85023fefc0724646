package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * How far squares lie from the nearest nucleus, by straight and diagonal steps (Borgefors 1986):
 * the rows once downwards and once upwards. It owns its arrays.
 */
final class NucleusDistance {

  private final int most;
  private final int[] row;

  /** The row gone through before, and the same moved by one to either side. */
  private final int[] before;

  private final int[] left;
  private final int[] right;

  private NucleusDistance(int width, int most) {
    this.most = most;
    this.row = new int[width];
    this.before = new int[width];
    this.left = new int[width];
    this.right = new int[width];
    left[0] = most;
    right[width - 1] = most;
  }

  /**
   * Returns the distances in tenths of squares.
   *
   * @param labels of nuclei, 0 is none
   * @param most what is further counts as this
   */
  static int[] tenths(int[] labels, int width, int most) {
    return tenths(labels, width, labels.length / width, most, new int[labels.length]);
  }

  /** Returns the same in an array that is another than the labels'. */
  static int[] tenths(int[] labels, int width, int height, int most, int[] way) {
    NucleusDistance distance = new NucleusDistance(width, most);
    int squares = width * height;
    for (int p = 0; p < squares; p++) {
      way[p] = labels[p] > 0 ? 0 : most;
    }
    distance.begin();
    for (int from = 0; from < squares; from += width) {
      distance.takeUp(way, from);
      distance.stepOn();
      distance.putBack(way, from);
    }
    distance.begin();
    for (int from = squares - width; from >= 0; from -= width) {
      distance.takeUp(way, from);
      distance.stepBack();
      distance.putBack(way, from);
    }
    return way;
  }

  private void begin() {
    Arrays.fill(before, most);
  }

  private void takeUp(int[] way, int from) {
    int width = row.length;
    System.arraycopy(way, from, row, 0, width);
    System.arraycopy(before, 0, left, 1, width - 1);
    System.arraycopy(before, 1, right, 0, width - 1);
    across(before, left, right, row);
  }

  /** All have the same index, so the JVM takes many at once. */
  private static void across(int[] straight, int[] left, int[] right, int[] row) {
    for (int x = 0; x < row.length; x++) {
      int diagonal = Math.min(left[x], right[x]) + GrowthSteps.DIAGONAL;
      row[x] = Math.min(row[x], Math.min(straight[x] + GrowthSteps.STRAIGHT, diagonal));
    }
  }

  private void stepOn() {
    int way = most;
    for (int x = 0; x < row.length; x++) {
      way = Math.min(row[x], way + GrowthSteps.STRAIGHT);
      row[x] = way;
    }
  }

  private void stepBack() {
    int way = most;
    for (int x = row.length - 1; x >= 0; x--) {
      way = Math.min(row[x], way + GrowthSteps.STRAIGHT);
      row[x] = way;
    }
  }

  private void putBack(int[] way, int to) {
    System.arraycopy(row, 0, before, 0, row.length);
    System.arraycopy(row, 0, way, to, row.length);
  }
}
