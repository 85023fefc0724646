package org.ranklens.phantom.ihc;

import java.util.random.RandomGenerator;

/** An ellipse with a wavy outline, in micrometres: the shape of a cell or a nucleus. */
final class Blob {

  /** Waves of three, four, five and six bulges: two would be another ellipse. */
  private static final int WAVES = 4;

  final double x;
  final double y;
  final double halfLength;
  final double halfWidth;
  private final double cos;
  private final double sin;
  private final double[] cosine = new double[WAVES];
  private final double[] sine = new double[WAVES];

  Blob(
      double x,
      double y,
      double halfLength,
      double halfWidth,
      double wave,
      RandomGenerator random) {
    this(x, y, halfLength, halfWidth, wave, random.nextDouble() * 2 * StrictMath.PI, random);
  }

  /** With its length along a direction, in radians. */
  Blob(
      double x,
      double y,
      double halfLength,
      double halfWidth,
      double wave,
      double angle,
      RandomGenerator random) {
    this.x = x;
    this.y = y;
    this.halfLength = halfLength;
    this.halfWidth = halfWidth;
    this.cos = StrictMath.cos(angle);
    this.sin = StrictMath.sin(angle);
    for (int k = 0; k < WAVES; k++) {
      double height = wave * (random.nextDouble() - 0.5) * 2 / (k + 1.5);
      double phase = random.nextDouble() * 2 * StrictMath.PI;
      cosine[k] = height * StrictMath.cos(phase);
      sine[k] = height * StrictMath.sin(phase);
    }
  }

  /** 0 at the centre, 1 on the outline, growing outwards. */
  double distance(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    double u = (dx * cos + dy * sin) / halfLength;
    double v = (dy * cos - dx * sin) / halfWidth;
    double rho = Math.sqrt(u * u + v * v);
    return rho == 0 ? 0 : rho / outline(u / rho, v / rho);
  }

  /**
   * The radius towards a direction, relative to the ellipse; multiples of the angle by recurrence.
   */
  private double outline(double c, double s) {
    double ck = c * c - s * s;
    double sk = 2 * c * s;
    double radius = 1;
    for (int k = 0; k < WAVES; k++) {
      double next = ck * c - sk * s;
      sk = sk * c + ck * s;
      ck = next;
      radius += cosine[k] * ck + sine[k] * sk;
    }
    return Math.max(radius, 0.4);
  }

  /** No point of the outline is farther from the centre. */
  double reach() {
    double waves = 1;
    for (int k = 0; k < WAVES; k++) {
      waves += Math.abs(cosine[k]) + Math.abs(sine[k]);
    }
    return Math.max(halfLength, halfWidth) * waves;
  }
}
