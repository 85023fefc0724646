package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * Which nodes of a component tree are asked for: those that may become nuclei of the tile's core,
 * and those so near to these that they tell what lies beside them.
 */
final class AskedNodes {

  /** A nucleus whose centroid lies in the core has a pixel this near to it, holes or not. */
  private static final double HOLE_MICRONS = 4;

  private final TileFrame frame;

  /** The core, in pixels of the tile. */
  private final int left;

  private final int top;
  private final int right;
  private final int bottom;

  AskedNodes(TileFrame frame) {
    this.frame = frame;
    this.left = frame.core().x0() - frame.x();
    this.top = frame.core().y0() - frame.y();
    this.right = frame.core().x1() - frame.x() - 1;
    this.bottom = frame.core().y1() - frame.y() - 1;
  }

  /** Returns for each node whether it is asked for; all nodes below one are, if it is. */
  static boolean[] of(NodeSums sums, TileFrame frame, int besidePixels) {
    return new AskedNodes(frame).asked(sums, besidePixels);
  }

  /** Takes a rectangle, edges included, in pixels of the tile. */
  interface Taker {
    void take(int left, int top, int right, int bottom);
  }

  /** Hands over the rectangle that all nuclei of the core, and what is beside them, reach into. */
  void around(int beside, Taker taker) {
    int more = beside + (int) Math.ceil(frame.pixels(HOLE_MICRONS));
    taker.take(left - more, top - more, right + more, bottom + more);
  }

  /** Tells whether a node meets the core, and something beside it may lie outside. */
  boolean overhangs(NodeSums sums, int node, int beside) {
    return meetsCore(sums, node) && isNearEdge(sums, node, beside);
  }

  private boolean[] asked(NodeSums sums, int beside) {
    boolean[] asked = new boolean[sums.count()];
    List<Integer> others = new ArrayList<>();
    List<Integer> overhanging = new ArrayList<>();
    for (int node = 0; node < asked.length; node++) {
      if (sums.parent(node) >= 0) {
        continue;
      }
      asked[node] = meetsCore(sums, node);
      if (!asked[node]) {
        others.add(node);
      } else if (isNearEdge(sums, node, beside)) {
        overhanging.add(node);
      }
    }
    for (int node : others) {
      asked[node] = overhanging.stream().anyMatch(own -> isNear(sums, node, own, beside));
    }
    for (int node = asked.length - 1; node >= 0; node--) {
      if (sums.parent(node) >= 0) {
        asked[node] = asked[sums.parent(node)];
      }
    }
    return asked;
  }

  private boolean meetsCore(NodeSums sums, int node) {
    return sums.left(node) <= right
        && sums.right(node) >= left
        && sums.top(node) <= bottom
        && sums.bottom(node) >= top;
  }

  /** Tells whether something beside a node may lie outside of the core. */
  private boolean isNearEdge(NodeSums sums, int node, int beside) {
    return sums.left(node) - beside < left
        || sums.right(node) + beside > right
        || sums.top(node) - beside < top
        || sums.bottom(node) + beside > bottom;
  }

  private static boolean isNear(NodeSums sums, int one, int other, int beside) {
    return sums.left(one) - beside <= sums.right(other)
        && sums.right(one) + beside >= sums.left(other)
        && sums.top(one) - beside <= sums.bottom(other)
        && sums.bottom(one) + beside >= sums.top(other);
  }
}
