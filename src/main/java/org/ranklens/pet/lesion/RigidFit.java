package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * Fits a rigid transform by Gauss-Newton steps with Huber's weights on the difference of two images
 * at points of the first, held back from where it started as far as the points say little: a rib
 * says nothing about a shift along itself.
 */
final class RigidFit {

  private static final int MOST_STEPS = 40;
  private static final double STOP_MM = 0.002;
  private static final double HUBER = 1.345;

  /** Neighbouring points see the same noise: so many count as one. */
  private static final double CORRELATED = 20;

  /**
   * Of a direction of which the points say less than this part of the usual, little is believed.
   */
  private static final double HOLD = 0.02;

  private static final double CLEAR_GAIN = 0.02;

  private final float[] fixedValues;
  private final BoneSamples samples;
  private final float[] moving;
  private final Geometry movingGrid;
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
    this.moving = moving.values(sigmaMm);
    this.movingGrid = moving.grid(sigmaMm);
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
    float[] values = image.values(sigmaMm);
    Geometry grid = image.grid(sigmaMm);
    float[] result = new float[samples.size()];
    for (int i = 0; i < result.length; i++) {
      VoxelPoint p = grid.toVoxel(samples.point(i));
      result[i] = Interpolation.at(values, grid, p.column(), p.row(), p.slice(), Float.NaN);
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
      float value = at(q);
      if (Float.isNaN(value) || Float.isNaN(fixedValues[i])) {
        continue;
      }
      Point3 g = gradient(q);
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
    if (used < 10) {
      return new double[6];
    }
    double scale = Math.max(5, 1.4826 * medianOfSizes(residual, used));
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

  /** A step of more than this would leave what the gradients know of. */
  private double[] limited(double[] d) {
    double moved = Math.hypot(length(d[3], d[4], d[5]), armMm * length(d[0], d[1], d[2]));
    if (moved > 20) {
      for (int i = 0; i < 6; i++) {
        d[i] *= 20 / moved;
      }
    }
    return d;
  }

  private static double medianOfSizes(double[] values, int n) {
    double[] sizes = new double[n];
    for (int i = 0; i < n; i++) {
      sizes[i] = Math.abs(values[i]);
    }
    Arrays.sort(sizes);
    return sizes[n / 2];
  }

  private float at(Point3 q) {
    VoxelPoint p = movingGrid.toVoxel(q);
    return Interpolation.at(moving, movingGrid, p.column(), p.row(), p.slice(), Float.NaN);
  }

  /** HU per mm; not a number where it reaches out of view. */
  private Point3 gradient(Point3 q) {
    double h = 1;
    double x = (at(q.plus(new Point3(h, 0, 0))) - at(q.plus(new Point3(-h, 0, 0)))) / (2 * h);
    double y = (at(q.plus(new Point3(0, h, 0))) - at(q.plus(new Point3(0, -h, 0)))) / (2 * h);
    double z = (at(q.plus(new Point3(0, 0, h))) - at(q.plus(new Point3(0, 0, -h)))) / (2 * h);
    return new Point3(x, y, z);
  }

  /** Returns how well the images agree under a transform. */
  Fit measure(RigidTransform at) {
    int n = 0;
    double[] apart = new double[samples.size()];
    double[] slopes = new double[samples.size()];
    double[] s = new double[5];
    for (int i = 0; i < samples.size(); i++) {
      double a = fixedValues[i];
      Point3 q = at.apply(samples.point(i));
      double b = at(q);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        double slope = gradient(q).length();
        slopes[n] = Double.isNaN(slope) ? 0 : slope;
        apart[n++] = Math.abs(b - a);
        s[0] += a;
        s[1] += b;
        s[2] += a * a;
        s[3] += b * b;
        s[4] += a * b;
      }
    }
    double va = s[2] - s[0] * s[0] / Math.max(1, n);
    double vb = s[3] - s[1] * s[1] / Math.max(1, n);
    double product = s[4] - s[0] * s[1] / Math.max(1, n);
    double correlation = va > 0 && vb > 0 ? product / Math.sqrt(va * vb) : 0;
    double overlap = (double) n / Math.max(1, samples.size());
    return new Fit(at, correlation, overlap, distance(apart, slopes, n));
  }

  private static double distance(double[] apart, double[] slopes, int n) {
    if (n == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(slopes, n);
    Arrays.sort(sorted);
    double steep = Math.max(1, sorted[n / 2]);
    double[] distances = new double[n];
    int used = 0;
    for (int i = 0; i < n; i++) {
      if (slopes[i] >= steep) {
        distances[used++] = apart[i] / slopes[i];
      }
    }
    return used == 0 ? 0 : medianOfSizes(distances, used);
  }
}
