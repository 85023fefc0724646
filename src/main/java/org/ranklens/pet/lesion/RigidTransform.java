package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Point3;

/**
 * Turns about a centre, then shifts: p' = R (p - centre) + centre + shift, in DICOM patient
 * coordinates. Angles are turned about x, then y, then z.
 */
public final class RigidTransform {

  private final Point3 centre;
  private final Point3 shift;
  private final double[] matrix;

  /**
   * @param centre fixed point of the turn
   * @param xRad turn about x, radians
   * @param yRad turn about y, radians
   * @param zRad turn about z, radians
   * @param shift shift, mm
   */
  public RigidTransform(Point3 centre, double xRad, double yRad, double zRad, Point3 shift) {
    this(centre, matrix(xRad, yRad, zRad), shift);
  }

  private RigidTransform(Point3 centre, double[] matrix, Point3 shift) {
    this.centre = centre;
    this.matrix = matrix;
    this.shift = shift;
  }

  /** Returns the fixed point of the turn. */
  public Point3 centre() {
    return centre;
  }

  /** Returns the transform that moves nothing. */
  public static RigidTransform identity(Point3 centre) {
    return new RigidTransform(centre, 0, 0, 0, new Point3(0, 0, 0));
  }

  /** Returns where a point goes. */
  public Point3 apply(Point3 p) {
    double[] m = matrix;
    Point3 d = p.minus(centre);
    return new Point3(
            m[0] * d.xMm() + m[1] * d.yMm() + m[2] * d.zMm(),
            m[3] * d.xMm() + m[4] * d.yMm() + m[5] * d.zMm(),
            m[6] * d.xMm() + m[7] * d.yMm() + m[8] * d.zMm())
        .plus(centre)
        .plus(shift);
  }

  /** Returns where a point comes from. */
  public Point3 inverse(Point3 p) {
    double[] m = matrix;
    Point3 d = p.minus(centre).minus(shift);
    return new Point3(
            m[0] * d.xMm() + m[3] * d.yMm() + m[6] * d.zMm(),
            m[1] * d.xMm() + m[4] * d.yMm() + m[7] * d.zMm(),
            m[2] * d.xMm() + m[5] * d.yMm() + m[8] * d.zMm())
        .plus(centre);
  }

  /** Returns the angle of the whole turn in degrees. */
  public double rotationDeg() {
    double[] m = matrix;
    double cosine = (m[0] + m[4] + m[8] - 1) / 2;
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /** Returns the angle between the turns of this and another in degrees. */
  double turnFromDeg(RigidTransform other) {
    double[] a = matrix;
    double[] b = other.matrix;
    double trace = 0;
    for (int i = 0; i < 9; i++) {
      trace += a[i] * b[i];
    }
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))));
  }

  /** Returns the same turn and movement, written about another centre. */
  public RigidTransform about(Point3 other) {
    return new RigidTransform(other, matrix, apply(other).minus(other));
  }

  /**
   * Returns this, then a further small turn about where the centre went, and a shift.
   *
   * @param turn rotation vector, radians
   */
  RigidTransform then(Point3 turn, Point3 further) {
    double[] a = turning(turn);
    double[] b = matrix;
    double[] m = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        m[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
      }
    }
    return new RigidTransform(centre, m, shift.plus(further));
  }

  /** Rodrigues' formula. */
  private static double[] turning(Point3 turn) {
    double angle = turn.length();
    double s = angle < 1e-12 ? 1 : Math.sin(angle) / angle;
    double c = angle < 1e-12 ? 0.5 : (1 - Math.cos(angle)) / (angle * angle);
    double x = turn.xMm();
    double y = turn.yMm();
    double z = turn.zMm();
    return new double[] {
      1 - c * (y * y + z * z),
      c * x * y - s * z,
      c * x * z + s * y,
      c * x * y + s * z,
      1 - c * (x * x + z * z),
      c * y * z - s * x,
      c * x * z - s * y,
      c * y * z + s * x,
      1 - c * (x * x + y * y)
    };
  }

  /** Returns the matrix of the turn, row by row. */
  private static double[] matrix(double xRad, double yRad, double zRad) {
    double cx = Math.cos(xRad);
    double sx = Math.sin(xRad);
    double cy = Math.cos(yRad);
    double sy = Math.sin(yRad);
    double cz = Math.cos(zRad);
    double sz = Math.sin(zRad);
    return new double[] {
      cz * cy,
      cz * sy * sx - sz * cx,
      cz * sy * cx + sz * sx,
      sz * cy,
      sz * sy * sx + cz * cx,
      sz * sy * cx - cz * sx,
      -sy,
      cy * sx,
      cy * cx
    };
  }
}
