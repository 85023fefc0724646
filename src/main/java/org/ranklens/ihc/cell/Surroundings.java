package org.ranklens.ihc.cell;

/** How nuclei differ from what is around them. */
final class Surroundings {

  private static final double RING_MICRONS = 1.5;

  private Surroundings() {}

  /** Returns how far beside a label its surroundings are looked at, in pixels. */
  static int reach(TileFrame frame) {
    return (int) Math.max(1, Math.round(frame.pixels(RING_MICRONS)));
  }

  /** Returns the mean over each label, beginning at 1. */
  static double[] inside(int[] labels, int count, float[] plane) {
    double[] sum = new double[count];
    int[] pixels = new int[count];
    for (int p = 0; p < labels.length; p++) {
      int label = labels[p];
      if (label > 0) {
        int begin = p;
        double own = sum[label - 1];
        while (p < labels.length && labels[p] == label) {
          own += plane[p++];
        }
        sum[label - 1] = own;
        pixels[label - 1] += p - begin;
        p--;
      }
    }
    for (int i = 0; i < count; i++) {
      sum[i] /= Math.max(1, pixels[i]);
    }
    return sum;
  }

  /** Returns the mean 1.5 micrometres beside each label, 0 where others leave no room. */
  static double[] around(int[] labels, int count, float[] plane, int width, TileFrame frame) {
    int reach = reach(frame);
    double[] sum = new double[count];
    int[] pixels = new int[count];
    for (int row = 0; row < labels.length; row += width) {
      int above = row - reach * width;
      int below = row + reach * width;
      int x = 0;
      while (x < width) {
        int label = labels[row + x];
        if (label == 0) {
          x++;
          continue;
        }
        double own = sum[label - 1];
        int met = pixels[label - 1];
        for (; x < width && labels[row + x] == label; x++) {
          if (x >= reach && labels[row + x - reach] == 0) {
            own += plane[row + x - reach];
            met++;
          }
          if (x + reach < width && labels[row + x + reach] == 0) {
            own += plane[row + x + reach];
            met++;
          }
          if (above >= 0 && labels[above + x] == 0) {
            own += plane[above + x];
            met++;
          }
          if (below < labels.length && labels[below + x] == 0) {
            own += plane[below + x];
            met++;
          }
        }
        sum[label - 1] = own;
        pixels[label - 1] = met;
      }
    }
    for (int i = 0; i < count; i++) {
      sum[i] /= Math.max(1, pixels[i]);
    }
    return sum;
  }
}
