package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.pet.dicom.Geometry;

/**
 * The mean in a sphere of 1 cm3 around a voxel's centre: of all voxels of the volume whose centres
 * lie within its radius; at the border of the volume, of those there are (IBSI reference manual,
 * local and global intensity peak).
 */
final class PeakSphere {

  /** Cube root of 3000 / (4 pi): the radius of 1 cm3. */
  static final double RADIUS_MM = Math.cbrt(3000.0 / (4.0 * Math.PI));

  private final Geometry grid;
  private final int[][] offsets;

  PeakSphere(Geometry grid) {
    this(grid, RADIUS_MM);
  }

  PeakSphere(Geometry grid, double radiusMm) {
    this.grid = grid;
    List<int[]> inside = new ArrayList<>();
    int reach = reach(grid, radiusMm);
    for (int k = -reach; k <= reach; k++) {
      for (int j = -reach; j <= reach; j++) {
        for (int i = -reach; i <= reach; i++) {
          double length =
              grid.columnStep()
                  .times(i)
                  .plus(grid.rowStep().times(j))
                  .plus(grid.sliceStep().times(k))
                  .length();
          if (length <= radiusMm) {
            inside.add(new int[] {i, j, k});
          }
        }
      }
    }
    this.offsets = inside.toArray(int[][]::new);
  }

  private static int reach(Geometry grid, double radiusMm) {
    double least =
        Math.min(grid.columnSpacingMm(), Math.min(grid.rowSpacingMm(), grid.sliceSpacingMm()));
    return (int) Math.ceil(radiusMm / least) + 1;
  }

  /** Returns the mean of the values within the sphere around a voxel. */
  double mean(float[] values, int voxel) {
    int nx = grid.columns();
    int ny = grid.rows();
    int x = voxel % nx;
    int y = voxel / nx % ny;
    int z = voxel / (nx * ny);
    double sum = 0;
    int n = 0;
    for (int[] offset : offsets) {
      if (grid.contains(x + offset[0], y + offset[1], z + offset[2])) {
        sum += values[grid.index(x + offset[0], y + offset[1], z + offset[2])];
        n++;
      }
    }
    return sum / n;
  }
}
