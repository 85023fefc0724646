package org.ranklens.ihc.cell;

import java.util.Arrays;
import org.ranklens.ihc.stain.PlaneMemory;

/**
 * Builds a component tree as water rises in reverse: from any pixel it climbs to the next peak,
 * takes pixels from the highest level down, and climbs again wherever a neighbour is higher. Every
 * pixel is met once, neighbours are near in memory, and no pixel is sorted. Nistér D, Stewénius H.
 * Linear time maximally stable extremal regions. ECCV 2008.
 */
final class ComponentFlood {

  private static final int NOBODY = -1;
  private static final int MOST_LEVELS = 63;

  // What is asked of a pixel, in one number: level, side of its lowest neighbour, whether it was
  // met, gradient.
  private static final int LEVEL_SHIFT = 20;
  private static final int SIDE_SHIFT = 17;
  private static final int SIDE_MASK = 7 << SIDE_SHIFT;
  private static final int MET = 1 << 16;
  private static final int GRADIENT_MASK = MET - 1;

  /** Which neighbour of a pixel is the lowest, where one is lower than the pixel. */
  private static final int LEFT = 1;

  private static final int RIGHT = 2;
  private static final int ABOVE = 3;
  private static final int BELOW = 4;

  private final byte[] levels;
  private final int stride;
  private final int rows;
  private final NodeBounds bounds;
  private final NodeSums nodes;
  private final int[] pixels;
  private final PlaneMemory memory;

  /** The next one that waits at a pixel's level, or {@link #NOBODY}. */
  private final int[] next;

  private final int[] heads = new int[MOST_LEVELS + 1];
  private long waiting;
  private final NodeSum[] stack = new NodeSum[MOST_LEVELS + 2];
  private int top = -1;
  private int[] sibling = new int[256];
  private final long rowFactor;

  ComponentFlood(SmoothPlane plane, TileFrame frame, NodeBounds bounds, PlaneMemory memory) {
    this.levels = plane.levels();
    this.stride = plane.stride();
    this.bounds = bounds;
    this.nodes = new NodeSums(frame);
    this.memory = memory;
    this.next = memory.ints(plane.pixels());
    this.pixels = memory.ints(plane.pixels());
    this.rows = plane.pixels() / stride;
    this.rowFactor = (1L << 40) / stride + 1;
    Arrays.fill(heads, NOBODY);
    for (int i = 0; i < stack.length; i++) {
      stack[i] = new NodeSum();
    }
    prepare(plane.milliGradient());
  }

  private void prepare(char[] milliGradient) {
    for (int p = 0; p < rows * stride; p++) {
      int level = levels[p];
      pixels[p] =
          level < 0 || level == ComponentTree.RIM
              ? MET
              : (level << LEVEL_SHIFT) | lowestBeside(p) | milliGradient[p];
    }
  }

  /** Returns the side of the lowest neighbour, the first of equals: the lowest bits tell it. */
  private int lowestBeside(int p) {
    int beside = Math.min(8 * levels[p - 1] + LEFT, 8 * levels[p + 1] + RIGHT);
    int across = Math.min(8 * levels[p - stride] + ABOVE, 8 * levels[p + stride] + BELOW);
    int lowest = Math.min(8 * levels[p], Math.min(beside, across));
    return (lowest & 7) << SIDE_SHIFT;
  }

  /** Returns the nodes, children before parents. */
  NodeSums flood() {
    flood(0, 0, stride - 3, rows - 3);
    return finished();
  }

  private NodeSums finished() {
    memory.giveBack(next);
    memory.giveBack(pixels);
    return nodes;
  }

  /**
   * Returns the nodes that reach into the core or to within some pixels of it, and those as near to
   * one of them that meets the core: what else there is of the halo is left dry.
   */
  NodeSums floodCore(AskedNodes asked, int beside) {
    asked.around(beside, this::flood);
    int met = nodes.count();
    for (int node = 0; node < met; node++) {
      if (asked.overhangs(nodes, node, beside)) {
        flood(
            nodes.left(node) - beside,
            nodes.top(node) - beside,
            nodes.right(node) + beside,
            nodes.bottom(node) + beside);
      }
    }
    return finished();
  }

  /** Floods from a rectangle of the tile, edges included, cut off where the tile ends. */
  private void flood(int left, int top, int right, int bottom) {
    int from = Math.max(0, left) + 1;
    int to = Math.min(stride - 3, right) + 1;
    int last = Math.min(rows - 3, bottom) + 1;
    for (int row = Math.max(0, top) + 1; row <= last; row++) {
      for (int p = row * stride + from; p <= row * stride + to; p++) {
        if ((pixels[p] & MET) == 0) {
          flood(p);
        }
      }
    }
  }

  private void flood(int from) {
    int p = from;
    climb(p);
    while (true) {
      int higher = visitAround(p);
      if (higher != NOBODY) {
        wait(p, pixels[p] >> LEVEL_SHIFT);
        p = higher;
        climb(p);
        continue;
      }
      take(p);
      if (waiting == 0) {
        break;
      }
      int level = 63 - Long.numberOfLeadingZeros(waiting);
      p = heads[level];
      heads[level] = next[p];
      if (heads[level] == NOBODY) {
        waiting &= ~(1L << level);
      }
      if (level < stack[top].level) {
        sink(level, p);
      }
    }
    while (top >= 0) {
      finish(stack[top--]);
    }
  }

  private void climb(int p) {
    stack[++top].begin(pixels[p] >> LEVEL_SHIFT, p);
    pixels[p] |= MET;
  }

  /** Lets the neighbours wait that are not higher; returns the first that is. */
  private int visitAround(int p) {
    int level = pixels[p] >> LEVEL_SHIFT;
    if (isHigher(p - 1, level)) {
      return p - 1;
    }
    if (isHigher(p + 1, level)) {
      return p + 1;
    }
    if (isHigher(p - stride, level)) {
      return p - stride;
    }
    return isHigher(p + stride, level) ? p + stride : NOBODY;
  }

  private boolean isHigher(int q, int level) {
    int other = pixels[q];
    if ((other & MET) != 0) {
      return false;
    }
    int its = other >> LEVEL_SHIFT;
    if (its > level) {
      return true;
    }
    pixels[q] = other | MET;
    wait(q, its);
    return false;
  }

  private void wait(int p, int level) {
    next[p] = heads[level];
    heads[level] = p;
    waiting |= 1L << level;
  }

  private void take(int p) {
    NodeSum sum = stack[top];
    if (++sum.area > bounds.mostArea()) {
      return;
    }
    int y = (int) ((p * rowFactor) >>> 40);
    sum.add(p - y * stride - 1, y - 1);
    int own = pixels[p];
    if ((own & SIDE_MASK) != 0) {
      sum.addContour(1, own & GRADIENT_MASK);
    }
    leave(sum, pixels[p - 1], RIGHT);
    leave(sum, pixels[p + 1], LEFT);
    leave(sum, pixels[p - stride], BELOW);
    leave(sum, pixels[p + stride], ABOVE);
  }

  /** A neighbour whose lowest neighbour is taken is no contour any more. */
  private static void leave(NodeSum sum, int other, int side) {
    if ((other & SIDE_MASK) == side << SIDE_SHIFT) {
      sum.addContour(-1, -(other & GRADIENT_MASK));
    }
  }

  /** Finishes what is above a level, whose next pixel is {@code p}. */
  private void sink(int level, int p) {
    while (stack[top].level > level) {
      NodeSum done = stack[top];
      finish(done);
      if (top > 0 && stack[top - 1].level >= level) {
        top--;
        NodeSum to = stack[top];
        to.addAll(done);
        adopt(to, done);
      } else {
        done.level = level;
        done.pixel = p;
      }
    }
  }

  private void adopt(NodeSum to, NodeSum from) {
    if (to.firstChild == ComponentTree.NONE) {
      to.firstChild = from.firstChild;
      to.lastChild = from.lastChild;
    } else if (from.firstChild != ComponentTree.NONE) {
      sibling[to.lastChild] = from.firstChild;
      to.lastChild = from.lastChild;
    }
  }

  /** Makes a node of a component, the parent of the nodes within it, where it is within bounds. */
  private void finish(NodeSum sum) {
    if (sum.area < bounds.leastArea()) {
      return;
    }
    if (sum.area > bounds.mostArea() || sum.extent() > bounds.mostExtent()) {
      sum.firstChild = ComponentTree.NONE;
      sum.lastChild = ComponentTree.NONE;
      return;
    }
    int node = nodes.add(sum.level, sum.pixel, sum);
    if (node == sibling.length) {
      sibling = Arrays.copyOf(sibling, 2 * node);
    }
    sibling[node] = ComponentTree.NONE;
    for (int child = sum.firstChild; child != ComponentTree.NONE; child = sibling[child]) {
      nodes.setParent(child, node);
    }
    sum.firstChild = node;
    sum.lastChild = node;
  }
}
