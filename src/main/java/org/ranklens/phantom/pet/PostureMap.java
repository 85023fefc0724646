package org.ranklens.phantom.pet;

/**
 * A posture as a rotation matrix, a move and a bend, from the straight body to the scanner and
 * back.
 */
final class PostureMap {

  /** The neck bends from here upwards: Th2. */
  private static final double PIVOT_Y_MM = 45;

  private static final double PIVOT_Z_MM = 104;

  /** Over this length the bend grows from nothing to all of it. */
  private static final double BEND_MM = 140;

  private final double[] move;
  private final double neckDegrees;

  /** Row by row: what the body's axes are in the scanner. */
  private final double[] turn;

  PostureMap(Posture posture) {
    this.move = new double[] {posture.moveXMm(), posture.moveYMm(), posture.moveZMm()};
    this.neckDegrees = posture.neckDegrees();
    double[] matrix = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    turn(matrix, 1, 2, posture.turnXDegrees());
    turn(matrix, 2, 0, posture.turnYDegrees());
    turn(matrix, 0, 1, posture.turnZDegrees());
    this.turn = matrix;
  }

  /** Turns the rows of a matrix in the plane of two axes, the first towards the second. */
  private static void turn(double[] m, int first, int second, double degrees) {
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    for (int k = 0; k < 3; k++) {
      double a = m[3 * first + k];
      double b = m[3 * second + k];
      m[3 * first + k] = a * cos - b * sin;
      m[3 * second + k] = a * sin + b * cos;
    }
  }

  /** Where a place of the scanner lies in the straight body, written into {@code body}. */
  void toBody(double x, double y, double z, double[] body) {
    double dx = x - move[0];
    double dy = y - move[1];
    double dz = z - move[2];
    for (int k = 0; k < 3; k++) {
      body[k] = turn[k] * dx + turn[3 + k] * dy + turn[6 + k] * dz;
    }
    bend(body, -neckAngle(body[2]));
  }

  /**
   * Where a place of the straight body comes to lie in the scanner, written into {@code scanner}.
   */
  void toScanner(double x, double y, double z, double[] scanner) {
    double[] p = {x, y, z};
    // The bend depends on the height after bending: found by going round until it settles.
    for (int k = 0; k < 30 && neckDegrees != 0; k++) {
      double angle = neckAngle(p[2]);
      p[1] = y;
      p[2] = z;
      bend(p, angle);
    }
    for (int k = 0; k < 3; k++) {
      scanner[k] = turn[3 * k] * p[0] + turn[3 * k + 1] * p[1] + turn[3 * k + 2] * p[2] + move[k];
    }
  }

  private double neckAngle(double z) {
    return neckDegrees * Math.min(1, Math.max(0, (z - PIVOT_Z_MM) / BEND_MM));
  }

  private static void bend(double[] p, double degrees) {
    if (degrees != 0) {
      double cos = StrictMath.cos(StrictMath.toRadians(degrees));
      double sin = StrictMath.sin(StrictMath.toRadians(degrees));
      double dy = p[1] - PIVOT_Y_MM;
      double dz = p[2] - PIVOT_Z_MM;
      p[1] = PIVOT_Y_MM + dy * cos - dz * sin;
      p[2] = PIVOT_Z_MM + dy * sin + dz * cos;
    }
  }
}
