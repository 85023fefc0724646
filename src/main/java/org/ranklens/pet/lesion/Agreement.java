package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Point3;

/** How well two images agree at points of the first, under a transform into the second. */
final class Agreement {

  private Agreement() {}

  /** Returns how well the images agree under a transform. */
  static RigidFit.Fit of(
      float[] fixedValues, BoneSamples samples, VoxelMap moving, RigidTransform at) {
    int n = 0;
    double[] apart = new double[samples.size()];
    double[] slopes = new double[samples.size()];
    double[] s = new double[5];
    for (int i = 0; i < samples.size(); i++) {
      double a = fixedValues[i];
      Point3 q = at.apply(samples.point(i));
      double b = moving.at(q);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        double slope = moving.gradient(q).length();
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
    return new RigidFit.Fit(at, correlation, overlap, distance(apart, slopes, n));
  }

  private static double distance(double[] apart, double[] slopes, int n) {
    if (n == 0) {
      return 0;
    }
    double steep = Math.max(1, Ranks.median(Arrays.copyOf(slopes, n)));
    double[] distances = new double[n];
    int used = 0;
    for (int i = 0; i < n; i++) {
      if (slopes[i] >= steep) {
        distances[used++] = apart[i] / slopes[i];
      }
    }
    return used == 0 ? 0 : medianOfSizes(distances, used);
  }

  /** Returns the median of the first n values without their signs. */
  static double medianOfSizes(double[] values, int n) {
    double[] sizes = new double[n];
    for (int i = 0; i < n; i++) {
      sizes[i] = Math.abs(values[i]);
    }
    return Ranks.median(sizes);
  }
}
