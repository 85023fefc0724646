package org.ranklens.ihc.stain;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Fits the light to the glass. Where glass lies all around, any surface of second order is taken;
 * where it lies at one side only, no more than a fall-off from the middle, as a lens makes it, and
 * only if the glass follows it closely. Otherwise the light is called even.
 */
final class LightFit {

  private static final int LEAST_SQUARES = 60;
  private static final int SECTORS_ALL_AROUND = 7;
  private static final int ROUNDS = 8;
  private static final double OUTLIER_SIGMAS = 2.5;
  private static final double LEAST_SIGMA = 0.001;
  private static final double LEAST_EXPLAINED = 0.85;
  private static final double MOST_RESIDUAL = 0.0015;
  private static final double LEAST_RANGE = 0.004;
  private static final double MOST_RANGE = 0.08;
  private static final double LEAST_SPAN_OF_MIDDLE = 0.5;

  private final GlassSquares glass;
  private final boolean allAround;
  private final int terms;
  private final boolean[] used;

  private LightFit(GlassSquares glass, boolean allAround) {
    this.glass = glass;
    this.allAround = allAround;
    this.terms = allAround ? LightSurface.TERMS : 2;
    this.used = new boolean[glass.count()];
    Arrays.fill(used, true);
  }

  /** Returns the weights per channel, empty where the light is even or can't be told. */
  static Optional<double[][]> of(RgbImage mean, RgbImage palest) {
    GlassSquares glass = GlassSquares.of(mean, palest);
    if (glass.count() < LEAST_SQUARES) {
      return Optional.empty();
    }
    boolean allAround = glass.sectors() >= SECTORS_ALL_AROUND;
    return new LightFit(glass, allAround).fit();
  }

  private Optional<double[][]> fit() {
    IntToDoubleFunction grey = i -> (glass.log(0, i) + glass.log(1, i) + glass.log(2, i)) / 3;
    double[] weights = leastSquares(grey);
    for (int round = 0; round < ROUNDS; round++) {
      dropOutliers(grey, weights);
      weights = leastSquares(grey);
    }
    if (!shows(grey, weights) || !(allAround || fallsOffFromTheMiddle(weights))) {
      return Optional.empty();
    }
    double[][] channels = new double[3][];
    for (int channel = 0; channel < 3; channel++) {
      int of = channel;
      double[] own = leastSquares(i -> glass.log(of, i));
      channels[channel] = allAround ? own : new double[] {own[0], 0, 0, own[1], own[1], 0};
    }
    return Optional.of(channels);
  }

  private void dropOutliers(IntToDoubleFunction values, double[] weights) {
    double[] off = new double[used.length];
    int count = 0;
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        off[count++] = Math.abs(values.applyAsDouble(i) - value(i, weights));
      }
    }
    Arrays.sort(off, 0, count);
    double sigma = Math.max(LEAST_SIGMA, 1.4826 * off[count / 2]);
    for (int i = 0; i < used.length; i++) {
      used[i] = Math.abs(values.applyAsDouble(i) - value(i, weights)) <= OUTLIER_SIGMAS * sigma;
    }
  }

  /** Returns whether the surface is there, follows the glass and is slow. */
  private boolean shows(IntToDoubleFunction values, double[] weights) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    double residual = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        n++;
        double value = values.applyAsDouble(i);
        sum += value;
        squares += value * value;
        double fitted = value(i, weights);
        residual += (value - fitted) * (value - fitted);
        least = Math.min(least, fitted);
        most = Math.max(most, fitted);
      }
    }
    double total = squares - sum * sum / n;
    return n >= LEAST_SQUARES
        && Math.sqrt(residual / n) <= MOST_RESIDUAL
        && residual <= (1 - LEAST_EXPLAINED) * total
        && most - least >= LEAST_RANGE
        && most - least <= MOST_RANGE;
  }

  private boolean fallsOffFromTheMiddle(double[] weights) {
    double nearest = Double.POSITIVE_INFINITY;
    double furthest = 0;
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        double fromMiddle = glass.u(i) * glass.u(i) + glass.v(i) * glass.v(i);
        nearest = Math.min(nearest, fromMiddle);
        furthest = Math.max(furthest, fromMiddle);
      }
    }
    return weights[1] < 0
        && furthest - nearest >= LEAST_SPAN_OF_MIDDLE
        && -2 * weights[1] <= MOST_RANGE;
  }

  private double value(int index, double[] weights) {
    double u = glass.u(index);
    double v = glass.v(index);
    return allAround
        ? weights[0]
            + weights[1] * u
            + weights[2] * v
            + weights[3] * (u * u)
            + weights[4] * (v * v)
            + weights[5] * (u * v)
        : weights[0] + weights[1] * (u * u + v * v);
  }

  /** Returns what the weights of a square are for: made when asked for, as squares are millions. */
  private void terms(int index, double[] into) {
    double u = glass.u(index);
    double v = glass.v(index);
    into[0] = 1;
    if (!allAround) {
      into[1] = u * u + v * v;
      return;
    }
    into[1] = u;
    into[2] = v;
    into[3] = u * u;
    into[4] = v * v;
    into[5] = u * v;
  }

  /** Solves the normal equations of the used squares by Gauss's elimination. */
  private double[] leastSquares(IntToDoubleFunction values) {
    double[][] matrix = new double[terms][terms + 1];
    double[] own = new double[terms];
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        terms(i, own);
        for (int row = 0; row < terms; row++) {
          for (int column = 0; column < terms; column++) {
            matrix[row][column] += own[row] * own[column];
          }
          matrix[row][terms] += own[row] * values.applyAsDouble(i);
        }
      }
    }
    return solve(matrix);
  }

  private static double[] solve(double[][] matrix) {
    int terms = matrix.length;
    for (int pivot = 0; pivot < terms; pivot++) {
      int best = pivot;
      for (int row = pivot + 1; row < terms; row++) {
        best = Math.abs(matrix[row][pivot]) > Math.abs(matrix[best][pivot]) ? row : best;
      }
      double[] swapped = matrix[pivot];
      matrix[pivot] = matrix[best];
      matrix[best] = swapped;
      for (int row = 0; row < terms; row++) {
        if (row != pivot && matrix[pivot][pivot] != 0) {
          double factor = matrix[row][pivot] / matrix[pivot][pivot];
          for (int column = pivot; column <= terms; column++) {
            matrix[row][column] -= factor * matrix[pivot][column];
          }
        }
      }
    }
    double[] solution = new double[terms];
    for (int row = 0; row < terms; row++) {
      solution[row] = matrix[row][row] == 0 ? 0 : matrix[row][terms] / matrix[row][row];
    }
    return solution;
  }
}
