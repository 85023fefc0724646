package org.ranklens.pet.lesion;

import java.util.Arrays;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** Where voxels lie. */
final class Extent {

  private Extent() {}

  /** Returns the centre of a voxel in DICOM patient coordinates. */
  static Point3 centre(Geometry grid, int index) {
    int x = index % grid.columns();
    int y = index / grid.columns() % grid.rows();
    int z = index / (grid.columns() * grid.rows());
    return grid.toPatient(x, y, z);
  }

  /** Returns of ascending indices those that begin or end a run along a row. */
  static int[] rowEnds(int[] indices, int columns) {
    int[] ends = new int[indices.length];
    int n = 0;
    for (int i = 0; i < indices.length; i++) {
      boolean begins = i == 0 || indices[i - 1] != indices[i] - 1 || indices[i] % columns == 0;
      boolean stops =
          i == indices.length - 1
              || indices[i + 1] != indices[i] + 1
              || indices[i + 1] % columns == 0;
      if (begins || stops) {
        ends[n++] = indices[i];
      }
    }
    return Arrays.copyOf(ends, n);
  }

  /** Returns the smallest and largest column, row and slice: x0, x1, y0, y1, z0, z1. */
  static int[] box(int[] indices, Geometry grid) {
    int[] box = {
      Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1,
    };
    for (int index : indices) {
      int x = index % grid.columns();
      int y = index / grid.columns() % grid.rows();
      int z = index / (grid.columns() * grid.rows());
      box[0] = Math.min(box[0], x);
      box[1] = Math.max(box[1], x);
      box[2] = Math.min(box[2], y);
      box[3] = Math.max(box[3], y);
      box[4] = Math.min(box[4], z);
      box[5] = Math.max(box[5], z);
    }
    return box;
  }
}
