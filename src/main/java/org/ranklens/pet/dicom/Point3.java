package org.ranklens.pet.dicom;

/**
 * A point, or a step between two points, in DICOM patient coordinates (LPS: x grows to the
 * patient's left, y to the back, z to the head).
 *
 * @param xMm millimetres to the left
 * @param yMm millimetres to the back
 * @param zMm millimetres to the head
 */
public record Point3(double xMm, double yMm, double zMm) {

  /** Returns the sum of this and another. */
  public Point3 plus(Point3 other) {
    return new Point3(xMm + other.xMm, yMm + other.yMm, zMm + other.zMm);
  }

  /** Returns this less another. */
  public Point3 minus(Point3 other) {
    return new Point3(xMm - other.xMm, yMm - other.yMm, zMm - other.zMm);
  }

  /** Returns this times a number. */
  public Point3 times(double factor) {
    return new Point3(xMm * factor, yMm * factor, zMm * factor);
  }

  /** Returns the scalar product with another. */
  public double dot(Point3 other) {
    return xMm * other.xMm + yMm * other.yMm + zMm * other.zMm;
  }

  /** Returns the vector product with another. */
  public Point3 cross(Point3 other) {
    return new Point3(
        yMm * other.zMm - zMm * other.yMm,
        zMm * other.xMm - xMm * other.zMm,
        xMm * other.yMm - yMm * other.xMm);
  }

  /** Returns the length in millimetres. */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /** Returns the distance to another point in millimetres. */
  public double distanceTo(Point3 other) {
    return minus(other).length();
  }
}
