package org.ranklens.ihc.cell;

/**
 * The hull of a group's nuclei, the discs of their areas: how far they reach into each of sixteen
 * directions (Klosowski JT et al. Efficient collision detection using bounding volume hierarchies
 * of k-DOPs. IEEE Trans Vis Comput Graph 1998;4:21-36). In pixels of the slide, whatever the tile.
 * It owns its arrays.
 */
final class GroupHull {

  private static final int DIRECTIONS = 16;
  private static final double[] COS = new double[DIRECTIONS];
  private static final double[] SIN = new double[DIRECTIONS];

  static {
    for (int k = 0; k < DIRECTIONS; k++) {
      COS[k] = StrictMath.cos(2 * Math.PI * k / DIRECTIONS);
      SIN[k] = StrictMath.sin(2 * Math.PI * k / DIRECTIONS);
    }
    // Exactly, so that the rows of the hull's upper and lower edge bound nothing sideways.
    COS[DIRECTIONS / 4] = 0;
    COS[3 * DIRECTIONS / 4] = 0;
  }

  private final double[] reach;
  private final int top;
  private final int bottom;

  /** First and last column of each row; empty until they are asked for. */
  private int[] ends = {};

  private GroupHull(double[] reach) {
    this.reach = reach;
    this.top = (int) Math.ceil(-reach[3 * DIRECTIONS / 4] - 0.5);
    this.bottom = (int) Math.floor(reach[DIRECTIONS / 4] - 0.5);
  }

  static GroupHull of(Nuclei nuclei, int[] members) {
    double[] reach = new double[DIRECTIONS];
    java.util.Arrays.fill(reach, Double.NEGATIVE_INFINITY);
    for (int member : members) {
      Ellipse shape = nuclei.shape(member);
      double radius = Math.sqrt(shape.area() / Math.PI);
      for (int k = 0; k < DIRECTIONS; k++) {
        reach[k] = Math.max(reach[k], shape.x() * COS[k] + shape.y() * SIN[k] + radius);
      }
    }
    return new GroupHull(reach);
  }

  /** Returns it wider by a margin on all sides. */
  GroupHull grown(double marginPixels) {
    double[] grown = reach.clone();
    for (int k = 0; k < DIRECTIONS; k++) {
      grown[k] += marginPixels;
    }
    return new GroupHull(grown);
  }

  private double cornerX(int k) {
    int next = (k + 1) % DIRECTIONS;
    return (reach[k] * SIN[next] - reach[next] * SIN[k]) / SIN[1];
  }

  private double cornerY(int k) {
    int next = (k + 1) % DIRECTIONS;
    return (reach[next] * COS[k] - reach[k] * COS[next]) / SIN[1];
  }

  /** Returns the length of the side between two corners. */
  private double side(int k) {
    int next = (k + 1) % DIRECTIONS;
    double dx = cornerX(next) - cornerX(k);
    double dy = cornerY(next) - cornerY(k);
    return Math.sqrt(dx * dx + dy * dy);
  }

  double area() {
    double twice = 0;
    for (int k = 0; k < DIRECTIONS; k++) {
      int next = (k + 1) % DIRECTIONS;
      twice += reach[next] * side(k);
    }
    return twice / 2;
  }

  /** Returns the area over that of the circle of the same girth. */
  double roundness() {
    double girth = 0;
    for (int k = 0; k < DIRECTIONS; k++) {
      girth += side(k);
    }
    return 4 * Math.PI * area() / (girth * girth);
  }

  /** Returns the first row whose middle lies within. */
  int top() {
    return top;
  }

  /** Returns the last row whose middle lies within. */
  int bottom() {
    return bottom;
  }

  /** Returns the first column whose middle lies within; past {@link #right} where none does. */
  int left(int row) {
    return row < top || row > bottom ? Integer.MAX_VALUE : ends()[2 * (row - top)];
  }

  /** Returns the last column whose middle lies within; none beyond the first and last row. */
  int right(int row) {
    return row < top || row > bottom ? -1 : ends()[2 * (row - top) + 1];
  }

  /** Returns the first and the last column of each row: they are asked for again and again. */
  private int[] ends() {
    if (ends.length == 0) {
      ends = new int[2 * (bottom + 1 - top)];
      for (int row = top; row <= bottom; row++) {
        ends[2 * (row - top)] = firstOf(row);
        ends[2 * (row - top) + 1] = lastOf(row);
      }
    }
    return ends;
  }

  private int firstOf(int row) {
    double y = row + 0.5;
    double left = Double.NEGATIVE_INFINITY;
    for (int k = DIRECTIONS / 4 + 1; k < 3 * DIRECTIONS / 4; k++) {
      left = Math.max(left, (reach[k] - y * SIN[k]) / COS[k]);
    }
    return (int) Math.ceil(left - 0.5);
  }

  private int lastOf(int row) {
    double y = row + 0.5;
    double right = Double.POSITIVE_INFINITY;
    for (int k = 0; k < DIRECTIONS; k++) {
      if (COS[k] > 0) {
        right = Math.min(right, (reach[k] - y * SIN[k]) / COS[k]);
      }
    }
    return (int) Math.floor(right - 0.5);
  }
}
