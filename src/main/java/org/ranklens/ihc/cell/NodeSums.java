package org.ranklens.ihc.cell;

/** What is known of each node of a component tree. It owns its arrays. */
final class NodeSums {

  private final int[] parent;
  private final byte[] level;
  private final int[] area;
  private final int[] left;
  private final int[] right;
  private final int[] top;
  private final int[] bottom;
  private final long[] sumX;
  private final long[] sumY;
  private final long[] sumXx;
  private final long[] sumYy;
  private final long[] sumXy;
  private final int[] contour;
  private final long[] contourMilliGradient;

  NodeSums(int nodes) {
    parent = new int[nodes];
    level = new byte[nodes];
    area = new int[nodes];
    left = new int[nodes];
    right = new int[nodes];
    top = new int[nodes];
    bottom = new int[nodes];
    sumX = new long[nodes];
    sumY = new long[nodes];
    sumXx = new long[nodes];
    sumYy = new long[nodes];
    sumXy = new long[nodes];
    contour = new int[nodes];
    contourMilliGradient = new long[nodes];
    java.util.Arrays.fill(left, Integer.MAX_VALUE);
    java.util.Arrays.fill(top, Integer.MAX_VALUE);
  }

  /** Adds to what is summed up along contours; negative where a pixel leaves the contour. */
  void addContour(int node, int pixels, long milliGradient) {
    contour[node] += pixels;
    contourMilliGradient[node] += milliGradient;
  }

  void begin(int node, int itsParent, byte itsLevel) {
    parent[node] = itsParent;
    level[node] = itsLevel;
  }

  void add(int node, int x, int y) {
    area[node]++;
    sumX[node] += x;
    sumY[node] += y;
    sumXx[node] += (long) x * x;
    sumYy[node] += (long) y * y;
    sumXy[node] += (long) x * y;
    left[node] = Math.min(left[node], x);
    right[node] = Math.max(right[node], x);
    top[node] = Math.min(top[node], y);
    bottom[node] = Math.max(bottom[node], y);
  }

  /** Children have higher numbers than their parents. */
  void addChildrenToParents() {
    for (int node = parent.length - 1; node >= 0; node--) {
      int to = parent[node];
      if (to >= 0) {
        area[to] += area[node];
        sumX[to] += sumX[node];
        sumY[to] += sumY[node];
        sumXx[to] += sumXx[node];
        sumYy[to] += sumYy[node];
        sumXy[to] += sumXy[node];
        contour[to] += contour[node];
        contourMilliGradient[to] += contourMilliGradient[node];
        left[to] = Math.min(left[to], left[node]);
        right[to] = Math.max(right[to], right[node]);
        top[to] = Math.min(top[to], top[node]);
        bottom[to] = Math.max(bottom[to], bottom[node]);
      }
    }
  }

  int count() {
    return parent.length;
  }

  /** Returns the parent, or {@link ComponentTree#NONE}; a parent has a lower number. */
  int parent(int node) {
    return parent[node];
  }

  int level(int node) {
    return level[node];
  }

  int area(int node) {
    return area[node];
  }

  int left(int node) {
    return left[node];
  }

  int top(int node) {
    return top[node];
  }

  int right(int node) {
    return right[node];
  }

  int bottom(int node) {
    return bottom[node];
  }

  /** Returns the longer edge of the bounding box, pixels. */
  int extent(int node) {
    return Math.max(right[node] - left[node], bottom[node] - top[node]) + 1;
  }

  /** Returns the mean gradient along the contour, in what the plane is measured in per pixel. */
  double contourGradient(int node) {
    return contour[node] == 0 ? 0 : 1e-3 * contourMilliGradient[node] / contour[node];
  }

  /** Returns the shape by second moments. */
  Ellipse ellipse(int node) {
    return Ellipse.of(area[node], sumX[node], sumY[node], sumXx[node], sumYy[node], sumXy[node]);
  }
}
