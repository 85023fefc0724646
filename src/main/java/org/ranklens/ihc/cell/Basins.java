package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Floods a patch from its thickest places outwards and notes where the floods meet: the tree of its
 * waists. Nodes are numbered so that children come before what they join to; the first {@link
 * #leaves()} nodes are the places themselves. It owns its arrays.
 */
final class Basins {

  private final int[] leafOfPixel;
  private int leaves;
  private int nodes;
  private int[] parent = new int[16];
  private int[] waistDepth = new int[16];

  private Basins(int pixels) {
    leafOfPixel = new int[pixels];
    Arrays.fill(leafOfPixel, -1);
  }

  /** Floods; {@code distance} is to the outside, 0 there. */
  static Basins of(Patch patch, int[] distance) {
    Basins basins = new Basins(distance.length);
    int[] order = fromDeepest(patch, distance);
    int peaks = basins.assign(order, distance, patch.width());
    basins.leaves = peaks;
    basins.join(order, distance, patch.width());
    return basins;
  }

  /** Gives each pixel the leaf of its deepest neighbour that has one, or begins a leaf. */
  private int assign(int[] order, int[] distance, int width) {
    int peaks = 0;
    for (int p : order) {
      int deepest = -1;
      for (int side = 0; side < 4; side++) {
        int q = beside(p, side, width);
        if (leafOfPixel[q] >= 0 && (deepest < 0 || distance[q] > distance[deepest])) {
          deepest = q;
        }
      }
      leafOfPixel[p] = deepest >= 0 ? leafOfPixel[deepest] : peaks++;
    }
    return peaks;
  }

  private void join(int[] order, int[] distance, int width) {
    nodes = leaves;
    ensure(2 * leaves + 1);
    Arrays.fill(parent, -1);
    int[] peak = new int[2 * leaves + 1];
    boolean[] flooded = new boolean[distance.length];
    for (int p : order) {
      int own = leafOfPixel[p];
      peak[own] = Math.max(peak[own], distance[p]);
      flooded[p] = true;
      for (int side = 0; side < 4; side++) {
        int q = beside(p, side, width);
        if (flooded[q] && leafOfPixel[q] != own) {
          int a = top(own);
          int b = top(leafOfPixel[q]);
          if (a != b) {
            parent[a] = nodes;
            parent[b] = nodes;
            waistDepth[nodes] = Math.min(peak[a], peak[b]) - distance[p];
            peak[nodes] = Math.max(peak[a], peak[b]);
            nodes++;
          }
        }
      }
    }
  }

  private void ensure(int size) {
    parent = Arrays.copyOf(parent, Math.max(parent.length, size));
    waistDepth = Arrays.copyOf(waistDepth, Math.max(waistDepth.length, size));
  }

  private int top(int node) {
    int n = node;
    while (parent[n] >= 0) {
      n = parent[n];
    }
    return n;
  }

  private static int beside(int p, int side, int width) {
    return switch (side) {
      case 0 -> p - 1;
      case 1 -> p + 1;
      case 2 -> p - width;
      default -> p + width;
    };
  }

  /** Returns the inner pixels, the furthest from the outside first, row by row where alike. */
  private static int[] fromDeepest(Patch patch, int[] distance) {
    int most = 0;
    int total = 0;
    for (int d : distance) {
      most = Math.max(most, d);
      total += d > 0 ? 1 : 0;
    }
    int[] begin = new int[most + 2];
    for (int d : distance) {
      if (d > 0) {
        begin[most - d + 1]++;
      }
    }
    for (int i = 1; i < begin.length; i++) {
      begin[i] += begin[i - 1];
    }
    int[] order = new int[total];
    for (int p = 0; p < patch.pixels(); p++) {
      if (distance[p] > 0) {
        order[begin[most - distance[p]]++] = p;
      }
    }
    return order;
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

  /** Returns the leaf of a pixel, -1 outside. */
  int leafOfPixel(int p) {
    return leafOfPixel[p];
  }
}
