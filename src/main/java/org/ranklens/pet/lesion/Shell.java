package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** What lies around a region. */
final class Shell {

  private Shell() {}

  /** Returns how much of the shell of this thickness around a region is in a set, 0 to 1. */
  static double partOf(boolean[] set, int[] region, Geometry grid, double thicknessMm) {
    int[] shell = around(region, grid, 0, thicknessMm);
    return shell.length == 0
        ? 0
        : (double) Arrays.stream(shell).filter(i -> set[i]).count() / shell.length;
  }

  /**
   * Returns the voxels that lie further than {@code fromMm}, at most {@code toMm} from a region.
   */
  static int[] around(int[] region, Geometry grid, double fromMm, double toMm) {
    int[] box = Extent.box(region, grid);
    int margin = (int) Math.ceil(toMm / least(grid)) + 1;
    int x0 = Math.max(0, box[0] - margin);
    int y0 = Math.max(0, box[2] - margin);
    int z0 = Math.max(0, box[4] - margin);
    int nx = Math.min(grid.columns() - 1, box[1] + margin) - x0 + 1;
    int ny = Math.min(grid.rows() - 1, box[3] + margin) - y0 + 1;
    int nz = Math.min(grid.slices() - 1, box[5] + margin) - z0 + 1;
    Geometry small =
        new Geometry(
            nx, ny, nz, new Point3(0, 0, 0), grid.columnStep(), grid.rowStep(), grid.sliceStep());
    boolean[] inside = new boolean[nx * ny * nz];
    for (int index : region) {
      int x = index % grid.columns() - x0;
      int y = index / grid.columns() % grid.rows() - y0;
      int z = index / (grid.columns() * grid.rows()) - z0;
      inside[small.index(x, y, z)] = true;
    }
    float[] distance = DistanceMap.to(inside, small);
    int[] found = new int[distance.length];
    int n = 0;
    for (int i = 0; i < distance.length; i++) {
      if (distance[i] > fromMm && distance[i] <= toMm) {
        found[n++] = grid.index(x0 + i % nx, y0 + i / nx % ny, z0 + i / (nx * ny));
      }
    }
    return Arrays.copyOf(found, n);
  }

  private static double least(Geometry grid) {
    return Math.min(grid.columnSpacingMm(), Math.min(grid.rowSpacingMm(), grid.sliceSpacingMm()));
  }
}
