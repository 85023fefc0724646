package org.ranklens.ihc.cell;

/**
 * A shape's area, centroid and second central moments, in pixels of the slide.
 *
 * @param area in pixels
 * @param x centroid, counted from the slide's corner
 * @param y centroid
 * @param varianceX along x
 * @param varianceY along y
 * @param covariance of both
 */
record Ellipse(
    double area, double x, double y, double varianceX, double varianceY, double covariance) {

  /** Makes it of whole sums over pixels: their number, x, y, x squared, y squared, x times y. */
  static Ellipse of(long n, long x, long y, long xx, long yy, long xy) {
    double squared = (double) n * n;
    double vx = (n * xx - x * x) / squared + 1.0 / 12;
    double vy = (n * yy - y * y) / squared + 1.0 / 12;
    double vxy = (n * xy - x * y) / squared;
    return new Ellipse(n, (x + 0.5 * n) / n, (y + 0.5 * n) / n, vx, vy, vxy);
  }

  /** Makes it of whole sums in pixels of a tile. */
  static Ellipse of(long n, long x, long y, long xx, long yy, long xy, TileFrame frame) {
    long left = frame.x();
    long top = frame.y();
    return of(
        n,
        x + n * left,
        y + n * top,
        xx + 2 * left * x + n * left * left,
        yy + 2 * top * y + n * top * top,
        xy + left * y + top * x + n * left * top);
  }

  void pack(PackedWriter out) {
    out.number(area);
    out.number(x);
    out.number(y);
    out.number(varianceX);
    out.number(varianceY);
    out.number(covariance);
  }

  static Ellipse unpacked(PackedReader in) {
    return new Ellipse(
        in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
  }

  /**
   * Returns the area over that of the ellipse of the same second moments: 1 for an ellipse, less
   * for rings, dumbbells and branches.
   */
  double fill() {
    double determinant = varianceX * varianceY - covariance * covariance;
    return determinant <= 0 ? 0 : area / (4 * Math.PI * Math.sqrt(determinant));
  }

  /** Returns the longer axis over the shorter, at least 1. */
  double elongation() {
    double mean = (varianceX + varianceY) / 2;
    double apart = (varianceX - varianceY) / 2;
    double half = Math.sqrt(apart * apart + covariance * covariance);
    return mean - half <= 0 ? Double.MAX_VALUE : Math.sqrt((mean + half) / (mean - half));
  }
}
