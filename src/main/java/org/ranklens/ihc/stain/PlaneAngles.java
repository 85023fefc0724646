package org.ranklens.ihc.stain;

/**
 * Directions within the plane of two stains as angles: 0 midway between the given vectors, below 0
 * towards haematoxylin.
 */
final class PlaneAngles {

  private final double[] middle;
  private final double[] across;

  PlaneAngles(StainPlane plane, StainMatrix prior) {
    double[] h = StainPlane.array(prior.hematoxylin());
    double[] d = StainPlane.array(prior.dab());
    middle = within(plane, new double[] {h[0] + d[0], h[1] + d[1], h[2] + d[2]});
    double[] side = within(plane, new double[] {d[0] - h[0], d[1] - h[1], d[2] - h[2]});
    across = orthogonal(side, middle);
  }

  /** Returns the angle of a sample, in radians. */
  double of(OdSamples od, int sample) {
    return Math.atan2(od.along(sample, across), od.along(sample, middle));
  }

  /** Returns the angle of a direction, in radians. */
  double of(double[] direction) {
    return Math.atan2(dot(direction, across), dot(direction, middle));
  }

  /** Returns the direction at an angle. */
  double[] at(double angle) {
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    return new double[] {
      cosine * middle[0] + sine * across[0],
      cosine * middle[1] + sine * across[1],
      cosine * middle[2] + sine * across[2]
    };
  }

  private static double[] within(StainPlane plane, double[] v) {
    return orthogonal(v, plane.normal());
  }

  private static double[] orthogonal(double[] v, double[] to) {
    double dot = dot(v, to);
    return StainPlane.unit(
        new double[] {v[0] - dot * to[0], v[1] - dot * to[1], v[2] - dot * to[2]});
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
