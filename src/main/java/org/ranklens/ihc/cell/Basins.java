package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Floods a patch from its thickest places outwards and notes where the floods meet: the tree of its
 * waists. Nodes are numbered so that children come before what they join to; the first {@link
 * #leaves()} nodes are the places themselves. It owns its arrays, and floods one patch after the
 * other.
 */
final class Basins {

  private static final int NONE = -1;

  private int[] leafOfPixel = new int[0];
  private int[] order = new int[0];
  private int[] begin = new int[64];
  private int leaves;
  private int nodes;
  private int[] peak = new int[64];
  private int[] parent = new int[64];
  private int[] upwards = new int[64];
  private int[] waistDepth = new int[64];

  /** Where two leaves meet: both, and the distance to the outside there. */
  private int[] meetings = new int[192];

  private int meetingCount;

  /** Floods; {@code distance} is to the outside, 0 there. */
  void flood(Patch patch, int[] distance) {
    if (leafOfPixel.length < patch.pixels()) {
      leafOfPixel = new int[patch.pixels()];
      order = new int[patch.pixels()];
    }
    Arrays.fill(leafOfPixel, 0, patch.pixels(), NONE);
    int inner = patch.innerCount();
    sortFromDeepest(patch.inner(), inner, distance);
    leaves = 0;
    meetingCount = 0;
    for (int i = 0; i < inner; i++) {
      assign(order[i], distance, patch.width());
    }
    join();
  }

  /**
   * Gives a pixel the leaf of its deepest neighbour that has one, or begins a leaf; where another
   * neighbour has another leaf, the two meet.
   */
  private void assign(int p, int[] distance, int width) {
    int left = leafOfPixel[p - 1];
    int right = leafOfPixel[p + 1];
    int above = leafOfPixel[p - width];
    int below = leafOfPixel[p + width];
    int only = Math.max(Math.max(left, right), Math.max(above, below));
    if (only >= 0
        && isNoneOr(only, left)
        && isNoneOr(only, right)
        && isNoneOr(only, above)
        && isNoneOr(only, below)) {
      leafOfPixel[p] = only;
    } else {
      choose(p, distance, width);
    }
  }

  private static boolean isNoneOr(int only, int leaf) {
    return leaf == only || leaf == NONE;
  }

  private void choose(int p, int[] distance, int width) {
    int deepest = NONE;
    int leaf = NONE;
    boolean meet = false;
    for (int side = 0; side < 4; side++) {
      int q = beside(p, side, width);
      int other = leafOfPixel[q];
      if (other >= 0) {
        meet |= leaf >= 0 && other != leaf;
        if (deepest < 0 || distance[q] > distance[deepest]) {
          deepest = q;
          leaf = other;
        }
      }
    }
    if (leaf < 0) {
      leaf = begin(distance[p]);
    }
    leafOfPixel[p] = leaf;
    if (meet) {
      for (int side = 0; side < 4; side++) {
        int other = leafOfPixel[beside(p, side, width)];
        if (other >= 0 && other != leaf) {
          meet(leaf, other, distance[p]);
        }
      }
    }
  }

  private int begin(int depth) {
    if (2 * leaves + 2 > peak.length) {
      int more = 2 * peak.length;
      peak = Arrays.copyOf(peak, more);
      parent = Arrays.copyOf(parent, more);
      upwards = Arrays.copyOf(upwards, more);
      waistDepth = Arrays.copyOf(waistDepth, more);
    }
    peak[leaves] = depth;
    return leaves++;
  }

  private void meet(int leaf, int other, int depth) {
    if (3 * meetingCount + 3 > meetings.length) {
      meetings = Arrays.copyOf(meetings, 2 * meetings.length);
    }
    meetings[3 * meetingCount] = leaf;
    meetings[3 * meetingCount + 1] = other;
    meetings[3 * meetingCount++ + 2] = depth;
  }

  private void join() {
    nodes = leaves;
    for (int i = 0; i < 2 * leaves; i++) {
      parent[i] = NONE;
      upwards[i] = i;
      waistDepth[i] = 0;
    }
    for (int i = 0; i < 3 * meetingCount; i += 3) {
      int a = top(meetings[i]);
      int b = top(meetings[i + 1]);
      if (a != b) {
        parent[a] = nodes;
        parent[b] = nodes;
        upwards[a] = nodes;
        upwards[b] = nodes;
        waistDepth[nodes] = Math.min(peak[a], peak[b]) - meetings[i + 2];
        peak[nodes] = Math.max(peak[a], peak[b]);
        nodes++;
      }
    }
  }

  private int top(int node) {
    int n = node;
    while (upwards[n] != n) {
      upwards[n] = upwards[upwards[n]];
      n = upwards[n];
    }
    return n;
  }

  private static int beside(int p, int side, int width) {
    return side == 0 ? p - 1 : side == 1 ? p + 1 : side == 2 ? p - width : p + width;
  }

  /** Orders the inner pixels, the furthest from the outside first, row by row where alike. */
  private void sortFromDeepest(int[] inner, int count, int[] distance) {
    int most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, distance[inner[i]]);
    }
    if (begin.length < most + 2) {
      begin = new int[2 * most + 2];
    }
    Arrays.fill(begin, 0, most + 2, 0);
    for (int i = 0; i < count; i++) {
      begin[most - distance[inner[i]] + 1]++;
    }
    for (int i = 1; i <= most; i++) {
      begin[i] += begin[i - 1];
    }
    for (int i = 0; i < count; i++) {
      order[begin[most - distance[inner[i]]]++] = inner[i];
    }
  }

  int leaves() {
    return leaves;
  }

  int nodes() {
    return nodes;
  }

  /** Returns what a node joins to, -1 for none; it has a higher number. */
  int parent(int node) {
    return parent[node];
  }

  /** Returns how much narrower the waist is than the smaller of what it joins. */
  int waistDepth(int node) {
    return waistDepth[node];
  }

  /** Tells whether any waist is narrower by so much. */
  boolean anyWaist(int leastDepth) {
    for (int node = leaves; node < nodes; node++) {
      if (waistDepth[node] >= leastDepth) {
        return true;
      }
    }
    return false;
  }

  /** Returns the leaf of a pixel, -1 outside. */
  int leafOfPixel(int p) {
    return leafOfPixel[p];
  }
}
