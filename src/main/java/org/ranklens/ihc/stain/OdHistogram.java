package org.ranklens.ihc.stain;

/** How often densities from -0.5 to 1.5 occur, in steps of 0.004. It owns its array. */
final class OdHistogram {

  private static final double LOWEST_OD = -0.5;
  private static final double STEP_OD = 0.004;
  private static final int STEPS = 500;

  private final int[] counts = new int[STEPS];

  /** Counts a density; what is outside the range counts at its end. */
  void add(double od) {
    int step = (int) Math.floor((od - LOWEST_OD) / STEP_OD);
    counts[Math.max(0, Math.min(STEPS - 1, step))]++;
  }

  /** Returns the commonest density once each is spread by a Gaussian of that width. */
  double mode(double spreadOd) {
    double sigma = spreadOd / STEP_OD;
    int reach = (int) Math.ceil(4 * sigma);
    double[] kernel = new double[2 * reach + 1];
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = Math.exp(-0.5 * k * k / (sigma * sigma));
    }
    double[] smooth = new double[STEPS];
    int best = 0;
    for (int i = 0; i < STEPS; i++) {
      for (int k = Math.max(-reach, -i); k <= Math.min(reach, STEPS - 1 - i); k++) {
        smooth[i] += kernel[k + reach] * counts[i + k];
      }
      best = smooth[i] > smooth[best] ? i : best;
    }
    return LOWEST_OD + (best + 0.5 + vertex(smooth, best)) * STEP_OD;
  }

  /** Returns where the parabola through a maximum and its neighbours is highest, in steps. */
  private static double vertex(double[] values, int at) {
    if (at == 0 || at == values.length - 1) {
      return 0;
    }
    double before = values[at - 1];
    double after = values[at + 1];
    double bend = before - 2 * values[at] + after;
    return bend < 0 ? 0.5 * (before - after) / bend : 0;
  }
}
