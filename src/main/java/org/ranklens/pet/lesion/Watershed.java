package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranklens.pet.dicom.Geometry;

/**
 * Parts touching lesions where the uptake between them falls: voxels are flooded from the hottest
 * down; where two regions meet below a part of the lower one's maximum, they stay two.
 */
final class Watershed {

  private final float[] values;
  private final Geometry grid;
  private final double saddle;
  private final int leastVoxels;
  private final int[] parent;
  private final int[] size;
  private final float[] peak;
  private final int[] labelOf;
  private final int[] near = new int[26];
  private int labels;

  private Watershed(float[] values, Geometry grid, double saddle, int leastVoxels, int voxels) {
    this.values = values;
    this.grid = grid;
    this.saddle = saddle;
    this.leastVoxels = leastVoxels;
    this.parent = new int[voxels];
    this.size = new int[voxels];
    this.peak = new float[voxels];
    this.labelOf = new int[voxels];
    Arrays.fill(labelOf, -1);
  }

  /** Returns the parts of a region (ascending indices), hottest first. */
  static List<int[]> split(
      float[] values, Geometry grid, int[] region, double saddle, int leastVoxels) {
    return new Watershed(values, grid, saddle, leastVoxels, region.length).run(region);
  }

  private List<int[]> run(int[] region) {
    Integer[] order = new Integer[region.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byValue = Float.compare(values[region[b]], values[region[a]]);
          return byValue != 0 ? byValue : Integer.compare(a, b);
        });
    for (int at : order) {
      flood(region, at);
    }
    List<List<Integer>> parts = new ArrayList<>();
    int[] partOf = new int[labels];
    Arrays.fill(partOf, -1);
    for (int i : order) {
      int root = root(labelOf[i]);
      if (partOf[root] < 0) {
        partOf[root] = parts.size();
        parts.add(new ArrayList<>());
      }
      parts.get(partOf[root]).add(region[i]);
    }
    return parts.stream().map(p -> p.stream().mapToInt(i -> i).sorted().toArray()).toList();
  }

  private void flood(int[] region, int at) {
    float value = values[region[at]];
    int n = Neighbours.of(region[at], grid, near);
    int best = -1;
    float bestValue = Float.NEGATIVE_INFINITY;
    for (int m = 0; m < n; m++) {
      int other = Arrays.binarySearch(region, near[m]);
      if (other >= 0 && labelOf[other] >= 0) {
        int root = root(labelOf[other]);
        if (best < 0) {
          best = root;
          bestValue = values[near[m]];
        } else if (root != root(best)) {
          if (mayMerge(best, root, value)) {
            best = merge(root(best), root);
            bestValue = Math.max(bestValue, values[near[m]]);
          } else if (values[near[m]] > bestValue) {
            best = root;
            bestValue = values[near[m]];
          }
        }
      }
    }
    if (best < 0) {
      best = labels++;
      parent[best] = best;
      peak[best] = value;
    }
    int root = root(best);
    labelOf[at] = root;
    size[root]++;
  }

  private boolean mayMerge(int a, int b, float value) {
    int x = root(a);
    int y = root(b);
    return value >= saddle * Math.min(peak[x], peak[y]) || Math.min(size[x], size[y]) < leastVoxels;
  }

  private int merge(int a, int b) {
    int high = peak[a] >= peak[b] ? a : b;
    int low = high == a ? b : a;
    parent[low] = high;
    size[high] += size[low];
    return high;
  }

  private int root(int label) {
    int at = label;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
