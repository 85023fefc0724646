package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The convex hull of a group's nuclei. Andrew AM. Another efficient algorithm for convex hulls in
 * two dimensions. Inf Process Lett 1979;9:216-219. It owns its array.
 */
final class GroupHull {

  private static final int POINTS_PER_NUCLEUS = 12;

  private final double[][] corners;

  private GroupHull(double[][] corners) {
    this.corners = corners;
  }

  /** Returns the hull in pixels of the tile, every nucleus wider by a margin. */
  static GroupHull of(Nuclei nuclei, int[] members, TileFrame frame, double marginPixels) {
    double[][] points = new double[members.length * POINTS_PER_NUCLEUS][];
    int to = 0;
    for (int member : members) {
      Ellipse shape = nuclei.shape(member);
      double radius = Math.sqrt(shape.area() / Math.PI) + marginPixels;
      for (int i = 0; i < POINTS_PER_NUCLEUS; i++) {
        double angle = 2 * Math.PI * i / POINTS_PER_NUCLEUS;
        points[to++] =
            new double[] {
              shape.x() - frame.x() + radius * Math.cos(angle),
              shape.y() - frame.y() + radius * Math.sin(angle)
            };
      }
    }
    Arrays.sort(
        points, Comparator.comparingDouble((double[] p) -> p[0]).thenComparingDouble(p -> p[1]));
    double[][] hull = new double[2 * points.length][];
    int count = chain(points, hull, 0);
    double[][] reversed = points.clone();
    for (int i = 0; i < points.length; i++) {
      reversed[i] = points[points.length - 1 - i];
    }
    count = chain(reversed, hull, count);
    return new GroupHull(Arrays.copyOf(hull, count));
  }

  private static int chain(double[][] points, double[][] hull, int from) {
    int count = from;
    for (double[] point : points) {
      while (count >= from + 2 && turn(hull[count - 2], hull[count - 1], point) <= 0) {
        count--;
      }
      hull[count++] = point;
    }
    return count - 1;
  }

  private static double turn(double[] o, double[] a, double[] b) {
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  }

  double area() {
    double twice = 0;
    for (int i = 0; i < corners.length; i++) {
      double[] a = corners[i];
      double[] b = corners[(i + 1) % corners.length];
      twice += a[0] * b[1] - a[1] * b[0];
    }
    return twice / 2;
  }

  /** Returns the area over that of the circle of the same girth. */
  double roundness() {
    double girth = 0;
    for (int i = 0; i < corners.length; i++) {
      double[] a = corners[i];
      double[] b = corners[(i + 1) % corners.length];
      girth += Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
    return 4 * Math.PI * area() / (girth * girth);
  }

  double top() {
    return Arrays.stream(corners).mapToDouble(c -> c[1]).min().orElse(0);
  }

  double bottom() {
    return Arrays.stream(corners).mapToDouble(c -> c[1]).max().orElse(0);
  }

  /** Returns where a row enters and leaves the hull; the first is larger where it misses it. */
  double[] span(double y) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    for (int i = 0; i < corners.length; i++) {
      double[] a = corners[i];
      double[] b = corners[(i + 1) % corners.length];
      if ((a[1] <= y) != (b[1] <= y)) {
        double x = a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
    }
    return new double[] {left, right};
  }
}
