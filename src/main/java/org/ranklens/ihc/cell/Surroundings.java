package org.ranklens.ihc.cell;

/** How nuclei differ from what is around them. */
final class Surroundings {

  private static final double RING_MICRONS = 1.5;

  private Surroundings() {}

  /** Returns the mean over each label, beginning at 1. */
  static double[] inside(int[] labels, int count, float[] plane) {
    double[] sum = new double[count];
    int[] pixels = new int[count];
    for (int p = 0; p < labels.length; p++) {
      if (labels[p] > 0) {
        sum[labels[p] - 1] += plane[p];
        pixels[labels[p] - 1]++;
      }
    }
    for (int i = 0; i < count; i++) {
      sum[i] /= Math.max(1, pixels[i]);
    }
    return sum;
  }

  /** Returns the mean 1.5 micrometres beside each label, 0 where others leave no room. */
  static double[] around(int[] labels, int count, float[] plane, int width, TileFrame frame) {
    int reach = (int) Math.max(1, Math.round(frame.pixels(RING_MICRONS)));
    double[] sum = new double[count];
    int[] pixels = new int[count];
    for (int p = 0; p < labels.length; p++) {
      if (labels[p] == 0) {
        continue;
      }
      int x = p % width;
      for (int side = 0; side < 4; side++) {
        int q =
            p
                + (side == 0
                    ? -reach
                    : side == 1 ? reach : side == 2 ? -reach * width : reach * width);
        boolean away = (side == 0 && x < reach) || (side == 1 && x + reach >= width);
        if (!away && q >= 0 && q < labels.length && labels[q] == 0) {
          sum[labels[p] - 1] += plane[q];
          pixels[labels[p] - 1]++;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      sum[i] /= Math.max(1, pixels[i]);
    }
    return sum;
  }
}
