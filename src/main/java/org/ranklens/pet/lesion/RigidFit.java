package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Point3;

/**
 * Fits a rigid transform by Gauss-Newton steps with Huber's weights on the difference of two images
 * at points of the first, held back from where it started as far as the points say little: a rib
 * says nothing about a shift along itself.
 */
final class RigidFit {

  private static final int MOST_STEPS = 40;
  private static final double STOP_MM = 0.002;
  private static final double HUBER = 1.345;

  /** A standard deviation by the median of normal deviations' sizes. */
  private static final double SD_BY_MEDIAN_SIZE = 1.4826;

  /** Smaller differences are no misfit but the CTs' own noise. */
  private static final double LEAST_SD_HU = 5;

  private static final int FEWEST_POINTS = 10;

  /** A step of more than this would leave what the gradients know of. */
  private static final double LONGEST_STEP_MM = 20;

  /** Neighbouring points see the same noise: so many count as one. */
  private static final double CORRELATED = 20;

  /**
   * Of a direction of which the points say less than this part of the usual, little is believed.
   */
  private static final double HOLD = 0.02;

  private static final double CLEAR_GAIN = 0.02;

  private final float[] fixedValues;
  private final BoneSamples samples;
  private final VoxelMap moving;
  private final double shiftSdMm;
  private final double turnSdRad;
  private final double armMm;

  /**
   * @param shiftSdMm how far a shift is expected to be from the start
   * @param turnSdRad how far a turn is
   */
  RigidFit(
      BoneImage fixed,
      BoneSamples samples,
      BoneImage moving,
      double sigmaMm,
      double shiftSdMm,
      double turnSdRad) {
    this.samples = samples;
    this.fixedValues = sample(fixed, samples, sigmaMm);
    this.moving = new VoxelMap(moving.values(sigmaMm), moving.grid(sigmaMm));
    this.shiftSdMm = shiftSdMm;
    this.turnSdRad = turnSdRad;
    this.armMm = arm(samples);
  }

  /**
   * A transform and how well the images agree under it.
   *
   * @param residualMm how far apart the edges of both still lie: the median of the difference of
   *     the images over its slope, in the steeper half of the points
   */
  record Fit(RigidTransform transform, double correlation, double overlap, double residualMm) {

    /** Noise alone lets any fit gain a little: a clear gain takes away a part of the misfit. */
    boolean clearlyBetterThan(Fit other) {
      return 1 - correlation < (1 - CLEAR_GAIN) * (1 - other.correlation);
    }
  }

  private static float[] sample(BoneImage image, BoneSamples samples, double sigmaMm) {
    VoxelMap values = new VoxelMap(image.values(sigmaMm), image.grid(sigmaMm));
    float[] result = new float[samples.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.at(samples.point(i));
    }
    return result;
  }

  private static double arm(BoneSamples samples) {
    Point3 centre = samples.centre();
    double sum = 0;
    for (int i = 0; i < samples.size(); i++) {
      double d = samples.point(i).distanceTo(centre);
      sum += d * d;
    }
    return Math.sqrt(sum / Math.max(1, samples.size()));
  }

  Fit fit(RigidTransform start) {
    RigidTransform at = start.about(samples.centre());
    double[] pull = new double[6];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] d = step(at, pull);
      at = at.then(new Point3(d[0], d[1], d[2]), new Point3(d[3], d[4], d[5]));
      for (int i = 0; i < 6; i++) {
        pull[i] += d[i];
      }
      if (Math.hypot(length(d[3], d[4], d[5]), armMm * length(d[0], d[1], d[2])) < STOP_MM) {
        break;
      }
    }
    return measure(at);
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }

  private double[] step(RigidTransform at, double[] pull) {
    int n = samples.size();
    double[] residual = new double[n];
    double[][] rows = new double[n][];
    Point3 centre = at.apply(at.centre());
    int used = 0;
    for (int i = 0; i < n; i++) {
      Point3 q = at.apply(samples.point(i));
      float value = moving.at(q);
      if (Float.isNaN(value) || Float.isNaN(fixedValues[i])) {
        continue;
      }
      Point3 g = moving.gradient(q);
      if (Double.isNaN(g.length())) {
        continue;
      }
      Point3 turn = q.minus(centre).cross(g);
      residual[used] = value - fixedValues[i];
      rows[used++] = new double[] {turn.xMm(), turn.yMm(), turn.zMm(), g.xMm(), g.yMm(), g.zMm()};
    }
    return solve(rows, residual, used, pull);
  }

  private double[] solve(double[][] rows, double[] residual, int used, double[] pull) {
    if (used < FEWEST_POINTS) {
      return new double[6];
    }
    double scale =
        Math.max(LEAST_SD_HU, SD_BY_MEDIAN_SIZE * Agreement.medianOfSizes(residual, used));
    double[][] h = new double[6][6];
    double[] b = new double[6];
    for (int i = 0; i < used; i++) {
      double size = Math.abs(residual[i]);
      double weight = size <= HUBER * scale ? 1 : HUBER * scale / size;
      for (int r = 0; r < 6; r++) {
        double wr = weight * rows[i][r];
        b[r] -= wr * residual[i];
        for (int c = r; c < 6; c++) {
          h[r][c] += wr * rows[i][c];
        }
      }
    }
    double unit = scale * scale * CORRELATED;
    double turns = h[0][0] + h[1][1] + h[2][2];
    double shifts = h[3][3] + h[4][4] + h[5][5];
    for (int r = 0; r < 6; r++) {
      for (int c = 0; c < r; c++) {
        h[r][c] = h[c][r];
      }
      double sd = r < 3 ? turnSdRad : shiftSdMm;
      double hold = unit / (sd * sd) + HOLD * ((r < 3 ? turns : shifts) / 3);
      h[r][r] += hold;
      b[r] -= hold * pull[r];
    }
    return limited(Cholesky.solve(h, b));
  }

  private double[] limited(double[] d) {
    double moved = Math.hypot(length(d[3], d[4], d[5]), armMm * length(d[0], d[1], d[2]));
    if (moved > LONGEST_STEP_MM) {
      for (int i = 0; i < 6; i++) {
        d[i] *= LONGEST_STEP_MM / moved;
      }
    }
    return d;
  }

  /** Returns how well the images agree under a transform. */
  Fit measure(RigidTransform at) {
    return Agreement.of(fixedValues, samples, moving, at);
  }
}
