package org.ranklens.ihc.cell;

/**
 * The tree of connected components of a plane over falling thresholds: a node is a component at the
 * highest threshold it exists at, its parent what it becomes part of. Only nodes within {@link
 * NodeBounds} are kept. It owns its arrays.
 *
 * <p>Pixels are counted with a rim of one pixel around the tile.
 */
final class ComponentTree {

  /** Level of the rim: the edge of a slide is no contour. */
  static final byte RIM = Byte.MAX_VALUE;

  /** Level of pixels below the lowest threshold. */
  static final int NONE = -1;

  private final byte[] levels;
  private final int stride;
  private final NodeSums sums;

  private ComponentTree(byte[] levels, int stride, NodeSums sums) {
    this.levels = levels;
    this.stride = stride;
    this.sums = sums;
  }

  /**
   * Builds the tree.
   *
   * @param levels threshold index per pixel, {@link #NONE} for none, at most 62
   * @param gradient how steep the plane is at each pixel
   */
  static ComponentTree of(
      byte[] levels, float[] gradient, int width, TileFrame frame, NodeBounds bounds) {
    int stride = width + 2;
    int height = levels.length / width;
    byte[] padded = new byte[stride * (height + 2)];
    java.util.Arrays.fill(padded, RIM);
    for (int y = 0; y < height; y++) {
      System.arraycopy(levels, y * width, padded, (y + 1) * stride + 1, width);
    }
    NodeSums sums = new ComponentFlood(padded, stride, gradient, frame, bounds).flood();
    return new ComponentTree(padded, stride, sums);
  }

  /** Returns the levels themselves, with their rim. */
  byte[] levels() {
    return levels;
  }

  /** Returns the width with the rim. */
  int stride() {
    return stride;
  }

  NodeSums sums() {
    return sums;
  }
}
