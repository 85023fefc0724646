package org.ranklens.phantom.pet;

/**
 * How the patient lies: turned about the origin (x, then y, then z), moved, and with the neck bent
 * about the left-right axis, growing over the cervical spine.
 *
 * @param moveXMm to the left
 * @param moveYMm to the back
 * @param moveZMm to the head
 * @param turnXDegrees about x
 * @param turnYDegrees about y
 * @param turnZDegrees about z
 * @param neckDegrees bend of the neck, positive to the front
 */
public record Posture(
    double moveXMm,
    double moveYMm,
    double moveZMm,
    double turnXDegrees,
    double turnYDegrees,
    double turnZDegrees,
    double neckDegrees) {

  /** As planned: no move, no turn, no bend. */
  public static final Posture STRAIGHT = new Posture(0, 0, 0, 0, 0, 0, 0);

  /** The neck bends from here upwards: Th2. */
  private static final double PIVOT_Y_MM = 45;

  private static final double PIVOT_Z_MM = 104;

  /** Over this length the bend grows from nothing to all of it. */
  private static final double BEND_MM = 140;

  /** Where a place of the scanner lies in the straight body. */
  double[] toBody(double x, double y, double z) {
    double[] p = {x - moveXMm, y - moveYMm, z - moveZMm};
    turn(p, 0, 1, -turnZDegrees);
    turn(p, 2, 0, -turnYDegrees);
    turn(p, 1, 2, -turnXDegrees);
    bend(p, -neckAngle(p[2]));
    return p;
  }

  /** Where a place of the straight body comes to lie in the scanner. */
  double[] toScanner(double x, double y, double z) {
    double[] p = {x, y, z};
    // The bend depends on the height after bending: found by going round a few times.
    for (int k = 0; k < 30 && neckDegrees != 0; k++) {
      double angle = neckAngle(p[2]);
      p[1] = y;
      p[2] = z;
      bend(p, angle);
    }
    turn(p, 1, 2, turnXDegrees);
    turn(p, 2, 0, turnYDegrees);
    turn(p, 0, 1, turnZDegrees);
    p[0] += moveXMm;
    p[1] += moveYMm;
    p[2] += moveZMm;
    return p;
  }

  private double neckAngle(double z) {
    double t = Math.min(1, Math.max(0, (z - PIVOT_Z_MM) / BEND_MM));
    return neckDegrees * t;
  }

  private static void bend(double[] p, double degrees) {
    if (degrees != 0) {
      p[1] -= PIVOT_Y_MM;
      p[2] -= PIVOT_Z_MM;
      turn(p, 1, 2, degrees);
      p[1] += PIVOT_Y_MM;
      p[2] += PIVOT_Z_MM;
    }
  }

  /** Turns a point in the plane of two axes, the first towards the second. */
  private static void turn(double[] p, int first, int second, double degrees) {
    if (degrees == 0) {
      return;
    }
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double a = p[first];
    double b = p[second];
    p[first] = a * cos - b * sin;
    p[second] = a * sin + b * cos;
  }
}
