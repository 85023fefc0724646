package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * The tree of connected components of a plane over falling thresholds: a node is a component at the
 * highest threshold it exists at, its parent what it becomes part of. It owns its arrays.
 *
 * <p>Berger C, Géraud T, Levillain R, Widynski N, Baillard A, Bertin E. Effective component tree
 * computation with application to pattern recognition in astronomical imaging. ICIP 2007. Sums are
 * whole numbers in coordinates of the slide, so that they are the same in every tile.
 */
final class ComponentTree {

  /** Level of pixels below the lowest threshold. */
  static final int NONE = -1;

  private final int width;
  private final byte[] levels;
  private final int[] parentPixel;
  private final int[] order;
  private final int[] nodeOfPixel;
  private final NodeSums sums;
  private int[] pixelOfNode;

  private ComponentTree(
      int width, byte[] levels, int[] parentPixel, int[] order, float[] gradient, TileFrame frame) {
    this.width = width;
    this.levels = levels;
    this.parentPixel = parentPixel;
    this.order = order;
    this.nodeOfPixel = new int[levels.length];
    this.sums = number(gradient, frame);
  }

  /**
   * Builds the tree.
   *
   * @param levels threshold index per pixel, {@link #NONE} for none
   * @param levelCount number of thresholds, at most 127
   * @param gradient how steep the plane is at each pixel
   */
  static ComponentTree of(
      byte[] levels, int levelCount, float[] gradient, int width, TileFrame frame) {
    int[] order = sortedFromHighest(levels, levelCount);
    int[] parent = new int[levels.length];
    int[] root = new int[levels.length];
    Arrays.fill(root, -1);
    int height = levels.length / width;
    for (int p : order) {
      parent[p] = p;
      root[p] = p;
      int x = p % width;
      int y = p / width;
      if (x > 0) {
        join(p, p - 1, parent, root);
      }
      if (x < width - 1) {
        join(p, p + 1, parent, root);
      }
      if (y > 0) {
        join(p, p - width, parent, root);
      }
      if (y < height - 1) {
        join(p, p + width, parent, root);
      }
    }
    for (int i = order.length - 1; i >= 0; i--) {
      int p = order[i];
      int q = parent[p];
      if (levels[parent[q]] == levels[q]) {
        parent[p] = parent[q];
      }
    }
    return new ComponentTree(width, levels, parent, order, gradient, frame);
  }

  private static void join(int p, int neighbour, int[] parent, int[] root) {
    if (root[neighbour] < 0) {
      return;
    }
    int r = find(neighbour, root);
    if (r != p) {
      root[r] = p;
      parent[r] = p;
    }
  }

  private static int find(int p, int[] root) {
    int r = p;
    while (root[r] != r) {
      root[r] = root[root[r]];
      r = root[r];
    }
    return r;
  }

  private static int[] sortedFromHighest(byte[] levels, int levelCount) {
    int[] starts = new int[levelCount + 1];
    int total = 0;
    for (byte level : levels) {
      if (level >= 0) {
        starts[levelCount - 1 - level]++;
        total++;
      }
    }
    int begin = 0;
    for (int i = 0; i <= levelCount; i++) {
      int count = starts[i];
      starts[i] = begin;
      begin += count;
    }
    int[] order = new int[total];
    for (int p = 0; p < levels.length; p++) {
      if (levels[p] >= 0) {
        order[starts[levelCount - 1 - levels[p]]++] = p;
      }
    }
    return order;
  }

  /** Numbers the nodes, parents before children, and sums up their pixels. */
  private NodeSums number(float[] gradient, TileFrame frame) {
    Arrays.fill(nodeOfPixel, NONE);
    int nodes = 0;
    for (int i = order.length - 1; i >= 0; i--) {
      int p = order[i];
      int q = parentPixel[p];
      nodeOfPixel[p] = p == q || levels[q] != levels[p] ? nodes++ : nodeOfPixel[q];
    }
    NodeSums made = new NodeSums(nodes);
    pixelOfNode = new int[nodes];
    for (int p : order) {
      int node = nodeOfPixel[p];
      made.add(node, frame.x() + p % width, frame.y() + p / width);
      int q = parentPixel[p];
      if (q == p || levels[q] != levels[p]) {
        pixelOfNode[node] = p;
        made.begin(node, q == p ? NONE : nodeOfPixel[q], levels[p]);
      }
    }
    for (int p : order) {
      addContour(made, p, gradient);
    }
    made.addChildrenToParents();
    return made;
  }

  /**
   * A pixel is on the contour of its components from its own level down to above its lowest
   * neighbour's, whose node is the first that has the pixel inside.
   */
  private void addContour(NodeSums made, int p, float[] gradient) {
    int x = p % width;
    int lowest = p;
    lowest = lower(lowest, x > 0 ? p - 1 : p);
    lowest = lower(lowest, x < width - 1 ? p + 1 : p);
    lowest = lower(lowest, p >= width ? p - width : p);
    lowest = lower(lowest, p + width < levels.length ? p + width : p);
    if (levels[lowest] == levels[p]) {
      return;
    }
    long milli = (long) (1000 * gradient[p]);
    made.addContour(nodeOfPixel[p], 1, milli);
    if (nodeOfPixel[lowest] != NONE) {
      made.addContour(nodeOfPixel[lowest], -1, -milli);
    }
  }

  private int lower(int p, int q) {
    return levels[q] < levels[p] ? q : p;
  }

  /** Returns the node that a pixel lies in at its own level, {@link #NONE} below all thresholds. */
  int nodeOfPixel(int pixel) {
    return nodeOfPixel[pixel];
  }

  /** Returns a pixel of the node that is at the node's own level. */
  int pixelOf(int node) {
    return pixelOfNode[node];
  }

  int level(int pixel) {
    return levels[pixel];
  }

  int width() {
    return width;
  }

  NodeSums sums() {
    return sums;
  }
}
