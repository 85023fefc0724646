package org.ranklens.phantom.ihc;

/** Smooth noise in -1 to 1: values hashed at the points of a lattice, interpolated between. */
final class LatticeNoise {

  private final long seed;

  LatticeNoise(long seed) {
    this.seed = mix(seed);
  }

  /** One octave at (x, y) in units of the lattice. */
  double at(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    int column = (int) floorX;
    int row = (int) floorY;
    double u = smooth(x - floorX);
    double v = smooth(y - floorY);
    double top = lerp(lattice(column, row), lattice(column + 1, row), u);
    double bottom = lerp(lattice(column, row + 1), lattice(column + 1, row + 1), u);
    return lerp(top, bottom, v);
  }

  /**
   * Three octaves, each half as wide and high as the one before and turned, to hide the lattice.
   */
  double rough(double x, double y) {
    double u = 0.8 * x - 0.6 * y;
    double v = 0.6 * x + 0.8 * y;
    double fine = at(3.2 * u - 2.4 * v + 41, 2.4 * u + 3.2 * v + 29);
    return (4 * at(u, v) + 2 * at(2 * x + 17, 2 * y + 5) + fine) / 7;
  }

  private double lattice(int column, int row) {
    long hash =
        mix(seed ^ (column * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(row * 0xC2B2AE3D27D4EB4FL, 31));
    return (hash >> 11) * 0x1.0p-52;
  }

  /** The finaliser of splitmix64: every bit of the input moves every bit of the output. */
  static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double lerp(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
