package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.PlaneMemory;

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
  private final char[] milliGradient;
  private final int stride;
  private final NodeSums sums;

  private ComponentTree(byte[] levels, char[] milliGradient, int stride, NodeSums sums) {
    this.levels = levels;
    this.milliGradient = milliGradient;
    this.stride = stride;
    this.sums = sums;
  }

  /**
   * Builds the tree.
   *
   * @param plane levels, at most 62, and steepness
   */
  static ComponentTree of(
      SmoothPlane plane, TileFrame frame, NodeBounds bounds, PlaneMemory memory) {
    NodeSums sums = new ComponentFlood(plane, frame, bounds, memory).flood();
    return new ComponentTree(plane.levels(), plane.milliGradient(), plane.stride(), sums);
  }

  /** Builds the part of the tree that has to be known for the sake of the tile's core. */
  static ComponentTree ofCore(
      SmoothPlane plane, TileFrame frame, NodeBounds bounds, int besidePixels, PlaneMemory memory) {
    NodeSums sums =
        new ComponentFlood(plane, frame, bounds, memory)
            .floodCore(new AskedNodes(frame), besidePixels);
    return new ComponentTree(plane.levels(), plane.milliGradient(), plane.stride(), sums);
  }

  /** Returns the levels themselves, with their rim. */
  byte[] levels() {
    return levels;
  }

  /** Returns how steep the plane is at each pixel, in thousandths; not a copy. */
  char[] milliGradient() {
    return milliGradient;
  }

  /** Returns the width with the rim. */
  int stride() {
    return stride;
  }

  NodeSums sums() {
    return sums;
  }
}
