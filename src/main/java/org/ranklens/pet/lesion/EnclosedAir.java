package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;

/**
 * Air inside the body: what a flood from the edges of an axial slice, through all that is not body,
 * doesn't reach. Slice by slice, since the windpipe opens to the outside elsewhere.
 */
final class EnclosedAir {

  private EnclosedAir() {}

  static boolean[] find(float[] hu, Geometry grid, int airHu, int bodyHu) {
    int nx = grid.columns();
    int ny = grid.rows();
    boolean[] enclosed = new boolean[hu.length];
    int[] stack = new int[nx * ny];
    for (int k = 0; k < grid.slices(); k++) {
      int first = k * nx * ny;
      boolean[] outside = outside(hu, first, nx, ny, bodyHu, stack);
      for (int i = 0; i < nx * ny; i++) {
        enclosed[first + i] = !outside[i] && hu[first + i] < airHu;
      }
    }
    return enclosed;
  }

  private static boolean[] outside(float[] hu, int first, int nx, int ny, int bodyHu, int[] stack) {
    boolean[] outside = new boolean[nx * ny];
    int n = 0;
    for (int i = 0; i < nx * ny; i++) {
      boolean edge = i % nx == 0 || i % nx == nx - 1 || i < nx || i >= nx * (ny - 1);
      if (edge && hu[first + i] < bodyHu) {
        outside[i] = true;
        stack[n++] = i;
      }
    }
    while (n > 0) {
      int at = stack[--n];
      int x = at % nx;
      int[] near = {
        x > 0 ? at - 1 : -1, x < nx - 1 ? at + 1 : -1, at - nx, at + nx < nx * ny ? at + nx : -1
      };
      for (int next : near) {
        if (next >= 0 && !outside[next] && hu[first + next] < bodyHu) {
          outside[next] = true;
          stack[n++] = next;
        }
      }
    }
    return outside;
  }
}
