package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.function.Predicate;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** Points on and around bone, at which two CTs are compared. */
final class BoneSamples {

  private static final int BONE_HU = 150;
  private static final double AROUND_MM = 5;

  private final double[] xyz;

  private BoneSamples(double[] xyz) {
    this.xyz = xyz;
  }

  int size() {
    return xyz.length / 3;
  }

  Point3 point(int i) {
    return new Point3(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
  }

  /** Returns the mean of the points. */
  Point3 centre() {
    Point3 sum = new Point3(0, 0, 0);
    for (int i = 0; i < size(); i++) {
      sum = sum.plus(point(i));
    }
    return sum.times(1.0 / Math.max(1, size()));
  }

  /** Returns the voxels on and around bone: within 5 mm of one of at least 150 HU. */
  static boolean[] mask(BoneImage image) {
    Geometry grid = image.fineGrid();
    float[] hu = image.fineHu();
    boolean[] mask = new boolean[hu.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = hu[i] >= BONE_HU;
    }
    int nx = grid.columns();
    int ny = grid.rows();
    int nz = grid.slices();
    for (int line = 0; line < ny * nz; line++) {
      widen(mask, line * nx, 1, nx, reach(grid.columnSpacingMm()));
    }
    for (int k = 0; k < nz; k++) {
      for (int i = 0; i < nx; i++) {
        widen(mask, k * nx * ny + i, nx, ny, reach(grid.rowSpacingMm()));
      }
    }
    for (int line = 0; line < nx * ny; line++) {
      widen(mask, line, nx * ny, nz, reach(grid.sliceSpacingMm()));
    }
    return mask;
  }

  private static int reach(double spacing) {
    return Math.max(1, (int) Math.round(AROUND_MM / spacing));
  }

  private static void widen(boolean[] mask, int first, int stride, int n, int reach) {
    boolean[] line = new boolean[n];
    int until = -1;
    for (int q = 0; q < n; q++) {
      if (mask[first + q * stride]) {
        Arrays.fill(line, Math.max(until + 1, q - reach), Math.min(n, q + reach + 1), true);
        until = Math.min(n, q + reach + 1) - 1;
      }
    }
    for (int q = 0; q < n; q++) {
      mask[first + q * stride] = line[q];
    }
  }

  /**
   * Returns points of a mask that pass, at most about so many, the same ones every time.
   *
   * <p>They lie anywhere in their voxels, not at the centres: interpolation between voxels takes
   * noise away, and if every point came to lie between voxels at the same shift, that shift would
   * look like a better fit than it is.
   *
   * @param box first and last column, row and slice
   */
  static BoneSamples of(
      boolean[] mask, Geometry grid, int[] box, int limit, Predicate<Point3> passes) {
    int count = 0;
    for (int k = box[4]; k <= box[5]; k++) {
      for (int j = box[2]; j <= box[3]; j++) {
        for (int i = box[0]; i <= box[1]; i++) {
          count += mask[grid.index(i, j, k)] && passes.test(grid.toPatient(i, j, k)) ? 1 : 0;
        }
      }
    }
    double keep = Math.min(1, (double) limit / Math.max(1, count));
    double[] xyz = new double[3 * count];
    int n = 0;
    for (int k = box[4]; k <= box[5]; k++) {
      for (int j = box[2]; j <= box[3]; j++) {
        for (int i = box[0]; i <= box[1]; i++) {
          int index = grid.index(i, j, k);
          Point3 p = grid.toPatient(i, j, k);
          if (mask[index] && scattered(index, 0) < keep && passes.test(p)) {
            Point3 q =
                grid.toPatient(
                    i + scattered(index, 1) - 0.5,
                    j + scattered(index, 2) - 0.5,
                    k + scattered(index, 3) - 0.5);
            xyz[n++] = q.xMm();
            xyz[n++] = q.yMm();
            xyz[n++] = q.zMm();
          }
        }
      }
    }
    return new BoneSamples(Arrays.copyOf(xyz, n));
  }

  /** A number from 0 to 1 that looks random but is the same for every run. */
  private static double scattered(int index, int draw) {
    long h = (4L * index + draw + 1) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return ((h ^ (h >>> 29)) >>> 11) * 0x1.0p-53;
  }

  /** Returns the box of a whole grid. */
  static int[] everywhere(Geometry grid) {
    return new int[] {0, grid.columns() - 1, 0, grid.rows() - 1, 0, grid.slices() - 1};
  }
}
