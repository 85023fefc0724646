package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Optional;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * Carries a VOI into another scan: a voxel is inside when at its centre the VOI, interpolated
 * between the voxels' centres, has at least one half. That is the VOI's surface without the steps
 * of its voxels, and on the VOI's own grid the VOI itself.
 */
final class SiteCarrier {

  private static final double HALF = 0.5 - 1e-9;

  private SiteCarrier() {}

  /** Returns the VOI in the other scan, or empty where that doesn't hold it. */
  static Optional<Voi> carry(Voi voi, RigidTransform transform, Geometry target) {
    Geometry source = voi.geometry();
    int[] box = targetBox(source, grown(Extent.box(voi.indices(), source)), transform, target);
    int[] found = new int[256];
    int n = 0;
    for (int k = box[4]; k <= box[5]; k++) {
      for (int j = box[2]; j <= box[3]; j++) {
        for (int i = box[0]; i <= box[1]; i++) {
          VoxelPoint p = source.toVoxel(transform.inverse(target.toPatient(i, j, k)));
          if (part(voi, p) >= HALF) {
            if (n == found.length) {
              found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = target.index(i, j, k);
          }
        }
      }
    }
    return n == 0 ? Optional.empty() : Optional.of(new Voi(target, Arrays.copyOf(found, n)));
  }

  private static int[] grown(int[] box) {
    return new int[] {box[0] - 1, box[1] + 1, box[2] - 1, box[3] + 1, box[4] - 1, box[5] + 1};
  }

  /** How much of the eight voxels around a point is inside, each by its nearness, 0 to 1. */
  private static double part(Voi voi, VoxelPoint p) {
    Geometry grid = voi.geometry();
    int x = (int) Math.floor(p.column());
    int y = (int) Math.floor(p.row());
    int z = (int) Math.floor(p.slice());
    double[] fx = {1 - (p.column() - x), p.column() - x};
    double[] fy = {1 - (p.row() - y), p.row() - y};
    double[] fz = {1 - (p.slice() - z), p.slice() - z};
    double part = 0;
    for (int corner = 0; corner < 8; corner++) {
      int dx = corner & 1;
      int dy = corner >> 1 & 1;
      int dz = corner >> 2;
      if (grid.contains(x + dx, y + dy, z + dz)
          && voi.contains(grid.index(x + dx, y + dy, z + dz))) {
        part += fx[dx] * fy[dy] * fz[dz];
      }
    }
    return part;
  }

  /** Returns first and last column, row and slice of what a box of another grid may hold. */
  static int[] targetBox(Geometry source, int[] box, RigidTransform transform, Geometry target) {
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    for (int corner = 0; corner < 8; corner++) {
      Point3 point =
          source.toPatient(
              (corner & 1) == 0 ? box[0] - 0.5 : box[1] + 0.5,
              (corner & 2) == 0 ? box[2] - 0.5 : box[3] + 0.5,
              (corner & 4) == 0 ? box[4] - 0.5 : box[5] + 0.5);
      VoxelPoint p = target.toVoxel(transform.apply(point));
      double[] at = {p.column(), p.row(), p.slice()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], at[axis]);
        high[axis] = Math.max(high[axis], at[axis]);
      }
    }
    return new int[] {
      Math.max(0, (int) Math.floor(low[0])),
          Math.min(target.columns() - 1, (int) Math.ceil(high[0])),
      Math.max(0, (int) Math.floor(low[1])), Math.min(target.rows() - 1, (int) Math.ceil(high[1])),
      Math.max(0, (int) Math.floor(low[2])),
          Math.min(target.slices() - 1, (int) Math.ceil(high[2])),
    };
  }
}
