package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * The pixels of each label as runs of rows: those of label {@code c} are the runs {@code begin(c)}
 * to before {@code begin(c + 1)}, row by row. It owns its arrays.
 */
final class LabelRuns {

  private final int stride;
  private final int height;
  private final int[] begin;
  private final int[] first;
  private final int[] end;

  private LabelRuns(int stride, int height, int[] begin, int[] first, int[] end) {
    this.stride = stride;
    this.height = height;
    this.begin = begin;
    this.first = first;
    this.end = end;
  }

  /** Sorts pixels by label; label 0 is left out. */
  static LabelRuns of(int[] labels, int stride, int count) {
    return of(labels, stride, labels.length / stride, count);
  }

  /** Sorts pixels by label, as many rows as are told; label 0 is left out. */
  static LabelRuns of(int[] labels, int stride, int height, int count) {
    int[] found = new int[1024];
    int[] begin = new int[count + 2];
    int to = 0;
    for (int row = 0; row < stride * height; row += stride) {
      for (int p = row; p < row + stride; p++) {
        int label = labels[p];
        if (label == 0) {
          continue;
        }
        int from = p;
        while (p + 1 < row + stride && labels[p + 1] == label) {
          p++;
        }
        if (to + 2 > found.length) {
          found = Arrays.copyOf(found, 2 * found.length);
        }
        found[to++] = from;
        found[to++] = p + 1;
        begin[label + 1]++;
      }
    }
    begin[1] = 0;
    for (int i = 1; i <= count + 1; i++) {
      begin[i] += begin[i - 1];
    }
    return sorted(labels, stride, height, begin, found, to);
  }

  private static LabelRuns sorted(
      int[] labels, int stride, int height, int[] begin, int[] found, int count) {
    int[] next = begin.clone();
    int[] first = new int[count / 2];
    int[] end = new int[count / 2];
    for (int i = 0; i < count; i += 2) {
      int to = next[labels[found[i]]]++;
      first[to] = found[i];
      end[to] = found[i + 1];
    }
    return new LabelRuns(stride, height, begin, first, end);
  }

  /** Returns the runs of some labels, which become labels 1, 2... */
  LabelRuns renamed(int[] chosen) {
    int[] its = new int[chosen.length + 2];
    int runs = 0;
    for (int i = 0; i < chosen.length; i++) {
      runs += begin[chosen[i] + 1] - begin[chosen[i]];
      its[i + 2] = runs;
    }
    int[] itsFirst = new int[runs];
    int[] itsEnd = new int[runs];
    for (int i = 0; i < chosen.length; i++) {
      int from = begin[chosen[i]];
      System.arraycopy(first, from, itsFirst, its[i + 1], its[i + 2] - its[i + 1]);
      System.arraycopy(end, from, itsEnd, its[i + 1], its[i + 2] - its[i + 1]);
    }
    return new LabelRuns(stride, height, its, itsFirst, itsEnd);
  }

  /** Returns how many labels there are. */
  int count() {
    return begin.length - 2;
  }

  /** Returns the width of the plane that pixels are counted in. */
  int stride() {
    return stride;
  }

  /** Returns the rows of that plane. */
  int height() {
    return height;
  }

  int begin(int label) {
    return begin[label];
  }

  /** Returns the first pixel of a run. */
  int first(int run) {
    return first[run];
  }

  /** Returns the pixel behind the last of a run. */
  int end(int run) {
    return end[run];
  }

  /** Returns how many pixels a label has. */
  int pixels(int label) {
    int pixels = 0;
    for (int run = begin[label]; run < begin[label + 1]; run++) {
      pixels += end[run] - first[run];
    }
    return pixels;
  }
}
