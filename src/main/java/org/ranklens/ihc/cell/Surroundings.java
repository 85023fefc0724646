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
  static double[] inside(LabelRuns runs, float[] plane) {
    double[] mean = new double[runs.count()];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (int run = runs.begin(i + 1); run < runs.begin(i + 2); run++) {
        for (int p = runs.first(run); p < runs.end(run); p++) {
          sum += plane[p];
        }
      }
      mean[i] = sum / Math.max(1, runs.pixels(i + 1));
    }
    return mean;
  }

  /**
   * Returns the mean 1.5 micrometres beside each label, 0 where others leave no room.
   *
   * @param labels that the runs are made of
   */
  static double[] around(LabelRuns runs, int[] labels, float[] plane, TileFrame frame) {
    int width = runs.stride();
    int pixels = width * runs.height();
    int reach = reach(frame);
    double[] mean = new double[runs.count()];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      int met = 0;
      for (int run = runs.begin(i + 1); run < runs.begin(i + 2); run++) {
        int row = runs.first(run) / width * width;
        for (int p = runs.first(run); p < runs.end(run); p++) {
          if (p - row >= reach && labels[p - reach] == 0) {
            sum += plane[p - reach];
            met++;
          }
          if (p - row + reach < width && labels[p + reach] == 0) {
            sum += plane[p + reach];
            met++;
          }
          int above = p - reach * width;
          if (above >= 0 && labels[above] == 0) {
            sum += plane[above];
            met++;
          }
          int below = p + reach * width;
          if (below < pixels && labels[below] == 0) {
            sum += plane[below];
            met++;
          }
        }
      }
      mean[i] = sum / Math.max(1, met);
    }
    return mean;
  }
}
