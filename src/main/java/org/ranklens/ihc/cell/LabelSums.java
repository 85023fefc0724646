package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/** Shapes of the labels of a tile, and which of them have the size of a nucleus. */
final class LabelSums {

  private final long[][] sums;
  private final int[][] boxes;

  private LabelSums(int count) {
    this.sums = new long[count][6];
    this.boxes = new int[count][];
    for (int i = 0; i < count; i++) {
      boxes[i] = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
    }
  }

  /**
   * Makes the nuclei of a tile.
   *
   * @param labels from 1 to {@code count}, 0 is none; they are changed
   */
  static Nuclei nuclei(int[] labels, int count, int width, TileFrame frame, CellSettings settings) {
    LabelSums of = new LabelSums(count);
    for (int p = 0; p < labels.length; p++) {
      if (labels[p] > 0) {
        of.add(labels[p] - 1, frame.x() + p % width, frame.y() + p / width);
      }
    }
    return of.withoutEmpty(labels, width, frame, settings);
  }

  private void add(int label, int x, int y) {
    long[] sum = sums[label];
    sum[0]++;
    sum[1] += x;
    sum[2] += y;
    sum[3] += (long) x * x;
    sum[4] += (long) y * y;
    sum[5] += (long) x * y;
    int[] box = boxes[label];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }

  private Nuclei withoutEmpty(int[] labels, int width, TileFrame frame, CellSettings settings) {
    int[] renamed = new int[sums.length + 1];
    List<Ellipse> shapes = new ArrayList<>();
    boolean[] keep = new boolean[sums.length];
    for (int i = 0; i < sums.length; i++) {
      long[] s = sums[i];
      if (s[0] > 0) {
        double area = frame.areaUm2((double) s[0]);
        double extent = Math.max(boxes[i][2] - boxes[i][0], boxes[i][3] - boxes[i][1]) + 1.0;
        keep[shapes.size()] =
            area >= settings.nucleusMinAreaUm2()
                && area <= settings.nucleusMaxAreaUm2()
                && extent <= frame.pixels(NucleusSplits.MOST_EXTENT_MICRONS);
        shapes.add(Ellipse.of(s[0], s[1], s[2], s[3], s[4], s[5]));
        renamed[i + 1] = shapes.size();
      }
    }
    for (int p = 0; p < labels.length; p++) {
      labels[p] = renamed[labels[p]];
    }
    return Nuclei.of(
        labels,
        LabelRuns.of(labels, width, shapes.size()),
        shapes,
        java.util.Arrays.copyOf(keep, shapes.size()));
  }
}
