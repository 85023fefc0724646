package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;

/** The 26 neighbours of a voxel. */
final class Neighbours {

  private Neighbours() {}

  /** Writes the neighbours that exist into {@code near}, in ascending order; returns how many. */
  static int of(int voxel, Geometry grid, int[] near) {
    int nx = grid.columns();
    int ny = grid.rows();
    int x = voxel % nx;
    int y = voxel / nx % ny;
    int z = voxel / (nx * ny);
    int n = 0;
    for (int k = Math.max(0, z - 1); k <= Math.min(grid.slices() - 1, z + 1); k++) {
      for (int j = Math.max(0, y - 1); j <= Math.min(ny - 1, y + 1); j++) {
        for (int i = Math.max(0, x - 1); i <= Math.min(nx - 1, x + 1); i++) {
          int index = (k * ny + j) * nx + i;
          if (index != voxel) {
            near[n++] = index;
          }
        }
      }
    }
    return n;
  }
}
