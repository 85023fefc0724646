package org.ranklens.ihc.cell;

/**
 * Pixels sorted by cell: those of cell {@code c} are {@code pixel(begin(c))} to before {@code
 * pixel(begin(c + 1))}, row by row. It owns its arrays.
 */
final class CellPixels {

  private final int[] begin;
  private final int[] pixels;

  private CellPixels(int[] begin, int[] pixels) {
    this.begin = begin;
    this.pixels = pixels;
  }

  /** Sorts pixels by label; label 0 is left out. */
  static CellPixels of(int[] labels, int count) {
    int[] begin = new int[count + 2];
    for (int label : labels) {
      begin[label + 1]++;
    }
    begin[1] = 0;
    for (int i = 1; i <= count + 1; i++) {
      begin[i] += begin[i - 1];
    }
    int[] next = begin.clone();
    int[] pixels = new int[begin[count + 1]];
    for (int p = 0; p < labels.length; p++) {
      if (labels[p] > 0) {
        pixels[next[labels[p]]++] = p;
      }
    }
    return new CellPixels(begin, pixels);
  }

  int begin(int label) {
    return begin[label];
  }

  int pixel(int index) {
    return pixels[index];
  }
}
