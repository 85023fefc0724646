package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * What is known of each node of a component tree, in pixels of the tile. Children have lower
 * numbers than their parents. It owns its arrays.
 */
final class NodeSums {

  private static final int INTS = 8;
  private static final int LEVEL = 0;
  private static final int PIXEL = 1;
  private static final int AREA = 2;
  private static final int LEFT = 3;
  private static final int RIGHT = 4;
  private static final int TOP = 5;
  private static final int BOTTOM = 6;
  private static final int CONTOUR = 7;
  private static final int LONGS = 6;

  private final TileFrame frame;
  private int count;
  private int[] parents = new int[256];
  private int[] ints = new int[256 * INTS];
  private long[] longs = new long[256 * LONGS];

  NodeSums(TileFrame frame) {
    this.frame = frame;
  }

  /** Adds a node that has no parent yet. */
  int add(int level, int pixel, NodeSum sum) {
    if (count == parents.length) {
      parents = Arrays.copyOf(parents, 2 * count);
      ints = Arrays.copyOf(ints, 2 * count * INTS);
      longs = Arrays.copyOf(longs, 2 * count * LONGS);
    }
    parents[count] = ComponentTree.NONE;
    int i = count * INTS;
    ints[i + LEVEL] = level;
    ints[i + PIXEL] = pixel;
    ints[i + AREA] = sum.area;
    ints[i + LEFT] = sum.left;
    ints[i + RIGHT] = sum.right;
    ints[i + TOP] = sum.top;
    ints[i + BOTTOM] = sum.bottom;
    ints[i + CONTOUR] = sum.contour;
    int k = count * LONGS;
    longs[k] = sum.x;
    longs[k + 1] = sum.y;
    longs[k + 2] = sum.xx;
    longs[k + 3] = sum.yy;
    longs[k + 4] = sum.xy;
    longs[k + 5] = sum.contourMilliGradient;
    return count++;
  }

  void setParent(int node, int parent) {
    parents[node] = parent;
  }

  int count() {
    return count;
  }

  /** Returns the parent, or {@link ComponentTree#NONE}; a parent has a higher number. */
  int parent(int node) {
    return parents[node];
  }

  int level(int node) {
    return ints[node * INTS + LEVEL];
  }

  /** Returns a pixel of the node that is at the node's own level, as the tree counts pixels. */
  int pixel(int node) {
    return ints[node * INTS + PIXEL];
  }

  int area(int node) {
    return ints[node * INTS + AREA];
  }

  int left(int node) {
    return ints[node * INTS + LEFT];
  }

  int top(int node) {
    return ints[node * INTS + TOP];
  }

  int right(int node) {
    return ints[node * INTS + RIGHT];
  }

  int bottom(int node) {
    return ints[node * INTS + BOTTOM];
  }

  /** Returns the mean gradient along the contour, in what the plane is measured in per pixel. */
  double contourGradient(int node) {
    int contour = ints[node * INTS + CONTOUR];
    return contour == 0 ? 0 : 1e-3 * longs[node * LONGS + 5] / contour;
  }

  /** Returns the shape by second moments, in pixels of the slide. */
  Ellipse ellipse(int node) {
    int k = node * LONGS;
    return Ellipse.of(
        area(node), longs[k], longs[k + 1], longs[k + 2], longs[k + 3], longs[k + 4], frame);
  }
}
