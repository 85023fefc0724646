package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Builds a component tree as water rises in reverse: from any pixel it climbs to the next peak,
 * takes pixels from the highest level down, and climbs again wherever a neighbour is higher. Every
 * pixel is met once, neighbours are near in memory, and no pixel is sorted. Nistér D, Stewénius H.
 * Linear time maximally stable extremal regions. ECCV 2008.
 */
final class ComponentFlood {

  private static final int SEEN = -1;
  private static final int MOST_LEVELS = 63;

  /** Which neighbour of a pixel is the lowest, where one is lower than the pixel. */
  private static final byte LEFT = 1;

  private static final byte RIGHT = 2;
  private static final byte ABOVE = 3;
  private static final byte BELOW = 4;

  private final byte[] levels;
  private final int stride;
  private final NodeBounds bounds;
  private final NodeSums nodes;
  private final byte[] lowest;
  private final char[] milliGradient;

  /** 0 for a pixel not yet met, else the next one that waits at its level, or {@link #SEEN}. */
  private final int[] next;

  private final int[] heads = new int[MOST_LEVELS + 1];
  private long waiting;
  private final NodeSum[] stack = new NodeSum[MOST_LEVELS + 2];
  private int top = -1;
  private int[] sibling = new int[256];
  private final long rowFactor;

  ComponentFlood(byte[] levels, int stride, float[] gradient, TileFrame frame, NodeBounds bounds) {
    this.levels = levels;
    this.stride = stride;
    this.bounds = bounds;
    this.nodes = new NodeSums(frame);
    this.next = new int[levels.length];
    this.lowest = new byte[levels.length];
    this.milliGradient = new char[levels.length];
    this.rowFactor = (1L << 40) / stride + 1;
    Arrays.fill(heads, SEEN);
    for (int i = 0; i < stack.length; i++) {
      stack[i] = new NodeSum();
    }
    prepare(gradient);
  }

  private void prepare(float[] gradient) {
    int width = stride - 2;
    for (int p = 0; p < levels.length; p++) {
      next[p] = levels[p] < 0 || levels[p] == ComponentTree.RIM ? SEEN : 0;
    }
    for (int y = 0, from = 0; from < gradient.length; y++, from += width) {
      int p = (y + 1) * stride + 1;
      for (int x = 0; x < width; x++, p++) {
        if (levels[p] >= 0) {
          lowest[p] = lowestBeside(p);
          milliGradient[p] = (char) (1000 * gradient[from + x]);
        }
      }
    }
  }

  private byte lowestBeside(int p) {
    int least = levels[p];
    byte side = 0;
    if (levels[p - 1] < least) {
      least = levels[p - 1];
      side = LEFT;
    }
    if (levels[p + 1] < least) {
      least = levels[p + 1];
      side = RIGHT;
    }
    if (levels[p - stride] < least) {
      least = levels[p - stride];
      side = ABOVE;
    }
    return levels[p + stride] < least ? BELOW : side;
  }

  /** Returns the nodes, children before parents. */
  NodeSums flood() {
    for (int p = 0; p < next.length; p++) {
      if (next[p] == 0) {
        flood(p);
      }
    }
    return nodes;
  }

  private void flood(int from) {
    int p = from;
    next[p] = SEEN;
    push(p);
    while (true) {
      int higher = visitAround(p);
      if (higher != SEEN) {
        wait(p);
        next[higher] = SEEN;
        p = higher;
        push(p);
        continue;
      }
      take(p);
      if (waiting == 0) {
        break;
      }
      int level = 63 - Long.numberOfLeadingZeros(waiting);
      p = heads[level];
      heads[level] = next[p];
      if (heads[level] == SEEN) {
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

  /** Lets the neighbours wait that are not higher; returns the first that is. */
  private int visitAround(int p) {
    int level = levels[p];
    int q = p - 1;
    for (int side = 0; side < 4; side++) {
      if (next[q] == 0) {
        if (levels[q] > level) {
          return q;
        }
        wait(q);
      }
      q = side == 0 ? p + 1 : side == 1 ? p - stride : p + stride;
    }
    return SEEN;
  }

  private void wait(int p) {
    int level = levels[p];
    next[p] = heads[level];
    heads[level] = p;
    waiting |= 1L << level;
  }

  private void push(int p) {
    stack[++top].begin(levels[p], p);
  }

  private void take(int p) {
    NodeSum sum = stack[top];
    if (++sum.area > bounds.mostArea()) {
      return;
    }
    int y = (int) ((p * rowFactor) >>> 40);
    sum.add(p - y * stride - 1, y - 1);
    if (lowest[p] != 0) {
      sum.addContour(1, milliGradient[p]);
    }
    if (lowest[p - 1] == RIGHT) {
      sum.addContour(-1, -milliGradient[p - 1]);
    }
    if (lowest[p + 1] == LEFT) {
      sum.addContour(-1, -milliGradient[p + 1]);
    }
    if (lowest[p - stride] == BELOW) {
      sum.addContour(-1, -milliGradient[p - stride]);
    }
    if (lowest[p + stride] == ABOVE) {
      sum.addContour(-1, -milliGradient[p + stride]);
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
