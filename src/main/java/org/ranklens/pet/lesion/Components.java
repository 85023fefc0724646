package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranklens.pet.dicom.Geometry;

/** Connected parts of a set of voxels, neighbours by face, edge or corner (26). */
final class Components {

  private Components() {}

  /** Returns the parts, each as ascending indices, in the order of their first index. */
  static List<int[]> of(boolean[] set, Geometry grid) {
    List<int[]> parts = new ArrayList<>();
    boolean[] seen = new boolean[set.length];
    for (int i = 0; i < set.length; i++) {
      if (set[i] && !seen[i]) {
        parts.add(flood(set, seen, i, grid));
      }
    }
    return parts;
  }

  /** Returns the part that holds a voxel, ascending. */
  static int[] around(boolean[] set, int voxel, Geometry grid) {
    return flood(set, new boolean[set.length], voxel, grid);
  }

  private static int[] flood(boolean[] set, boolean[] seen, int start, Geometry grid) {
    int[] queue = new int[64];
    int end = 0;
    queue[end++] = start;
    seen[start] = true;
    int[] near = new int[26];
    for (int head = 0; head < end; head++) {
      int n = Neighbours.of(queue[head], grid, near);
      if (end + n > queue.length) {
        queue = Arrays.copyOf(queue, queue.length * 2);
      }
      for (int m = 0; m < n; m++) {
        int next = near[m];
        if (set[next] && !seen[next]) {
          seen[next] = true;
          queue[end++] = next;
        }
      }
    }
    int[] part = Arrays.copyOf(queue, end);
    Arrays.sort(part);
    return part;
  }
}
