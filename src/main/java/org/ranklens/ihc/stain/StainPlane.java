package org.ranklens.ihc.stain;

import java.util.BitSet;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.ranklens.NativeOpenCv;

/**
 * The plane through 0 in which the densities of two stains and their mixtures lie (Macenko et al.
 * 2009), fitted without the samples that are far from it: eosin, red cells and pigment would turn
 * it.
 */
final class StainPlane {

  private static final int ROUNDS = 6;
  static final double NEAR_SINE = 0.14;

  private final double[] normal;
  private final BitSet inliers;

  private StainPlane(double[] normal, BitSet inliers) {
    this.normal = normal;
    this.inliers = inliers;
  }

  /** Returns the normal, of length 1. */
  double[] normal() {
    return normal;
  }

  /** Returns which samples are near the plane. */
  BitSet inliers() {
    return inliers;
  }

  /** Returns which of other samples are near the plane. */
  BitSet near(OdSamples samples) {
    return near(samples, normal);
  }

  /** Fits, beginning at the plane of {@code prior}. */
  static StainPlane fit(OdSamples samples, StainMatrix prior) {
    NativeOpenCv.load();
    double[] normal = cross(array(prior.hematoxylin()), array(prior.dab()));
    BitSet near = near(samples, normal);
    for (int round = 0; round < ROUNDS && near.cardinality() > 100; round++) {
      double[] products = new double[9];
      near.stream().forEach(i -> samples.addProducts(i, products));
      normal = weakestDirection(products);
      near = near(samples, normal);
    }
    return new StainPlane(normal, near);
  }

  private static BitSet near(OdSamples samples, double[] normal) {
    BitSet near = new BitSet(samples.count());
    for (int i = 0; i < samples.count(); i++) {
      if (Math.abs(samples.along(i, normal)) <= NEAR_SINE * samples.length(i)) {
        near.set(i);
      }
    }
    return near;
  }

  private static double[] weakestDirection(double[] products) {
    Mat matrix = new Mat(3, 3, CvType.CV_64F);
    Mat values = new Mat();
    Mat vectors = new Mat();
    try {
      matrix.put(0, 0, products);
      Core.eigen(matrix, values, vectors);
      double[] weakest = new double[3];
      vectors.get(2, 0, weakest);
      return weakest;
    } finally {
      matrix.release();
      values.release();
      vectors.release();
    }
  }

  static double[] array(StainVector vector) {
    return new double[] {vector.red(), vector.green(), vector.blue()};
  }

  /** Returns the normalised cross product. */
  static double[] cross(double[] a, double[] b) {
    return unit(
        new double[] {
          a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        });
  }

  static double[] unit(double[] v) {
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / length, v[1] / length, v[2] / length};
  }
}
