package org.ranklens.phantom.pet;

/** A solid in body coordinates, in mm. */
interface Shape {

  boolean contains(double x, double y, double z);

  /** The smallest and the largest x, y and z it reaches: {x0, y0, z0, x1, y1, z1}. */
  double[] box();

  /** An ellipsoid with axes along x, y and z. */
  static Shape ellipsoid(double x, double y, double z, double rx, double ry, double rz) {
    return new Shape() {
      @Override
      public boolean contains(double px, double py, double pz) {
        double u = (px - x) / rx;
        double v = (py - y) / ry;
        double w = (pz - z) / rz;
        return u * u + v * v + w * w <= 1;
      }

      @Override
      public double[] box() {
        return new double[] {x - rx, y - ry, z - rz, x + rx, y + ry, z + rz};
      }
    };
  }

  /** An upright cylinder of elliptic section. */
  static Shape drum(double x, double y, double z, double rx, double ry, double halfHeight) {
    return new Shape() {
      @Override
      public boolean contains(double px, double py, double pz) {
        double u = (px - x) / rx;
        double v = (py - y) / ry;
        return Math.abs(pz - z) <= halfHeight && u * u + v * v <= 1;
      }

      @Override
      public double[] box() {
        return new double[] {x - rx, y - ry, z - halfHeight, x + rx, y + ry, z + halfHeight};
      }
    };
  }

  /** Everything within a radius of the line between two points. */
  static Shape rod(double[] from, double[] to, double radius) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double dz = to[2] - from[2];
    double squared = dx * dx + dy * dy + dz * dz;
    return new Shape() {
      @Override
      public boolean contains(double px, double py, double pz) {
        double u = px - from[0];
        double v = py - from[1];
        double w = pz - from[2];
        double t = Math.min(1, Math.max(0, (u * dx + v * dy + w * dz) / squared));
        double a = u - t * dx;
        double b = v - t * dy;
        double c = w - t * dz;
        return a * a + b * b + c * c <= radius * radius;
      }

      @Override
      public double[] box() {
        double[] box = new double[6];
        for (int k = 0; k < 3; k++) {
          box[k] = Math.min(from[k], to[k]) - radius;
          box[k + 3] = Math.max(from[k], to[k]) + radius;
        }
        return box;
      }
    };
  }
}
