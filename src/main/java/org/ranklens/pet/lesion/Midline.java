package org.ranklens.pet.lesion;

import java.util.HashMap;
import java.util.Map;
import org.ranklens.pet.dicom.Geometry;

/**
 * Where the middle of the body and the spine lie, height by height. Used by one thread at a time.
 */
final class Midline {

  private static final double REACH_MM = 30;
  private static final int FEWEST = 50;

  private final Geometry grid;
  private final boolean[] bone;
  private final boolean[] body;
  private final Map<Integer, Double> middles = new HashMap<>();
  private final Map<Integer, Double> spines = new HashMap<>();

  Midline(Geometry grid, boolean[] bone, boolean[] body) {
    this.grid = grid;
    this.bone = bone;
    this.body = body;
  }

  /**
   * Returns the middle of the bone, side to side, in mm: its median, or between two hips, where the
   * median would be one of them, the middle of its quartiles, whichever is nearer to the middle of
   * the body; that where there is little bone.
   */
  double xMm(double zMm) {
    return middles.computeIfAbsent(
        slice(zMm),
        k -> {
          double[] trunk = quartiles(body, k);
          double middle = trunk.length == 0 ? 0 : (trunk[0] + trunk[2]) / 2;
          double[] q = quartiles(bone, k);
          if (q.length == 0) {
            return middle;
          }
          double between = (q[0] + q[2]) / 2;
          return Math.abs(between - middle) < Math.abs(q[1] - middle) ? between : q[1];
        });
  }

  /** Returns the middle of the bone within 30 mm of the midline, front to back, in mm. */
  double spineMm(double zMm) {
    return spines.computeIfAbsent(slice(zMm), k -> spine(k, xMm(zMm)));
  }

  private int slice(double zMm) {
    int slice = (int) Math.round((zMm - grid.origin().zMm()) / grid.sliceSpacingMm());
    return Math.max(0, Math.min(grid.slices() - 1, slice));
  }

  private int reach() {
    return (int) Math.round(REACH_MM / grid.sliceSpacingMm());
  }

  private double spine(int middle, double xMm) {
    int nx = grid.columns();
    int perSlice = nx * grid.rows();
    double sum = 0;
    int n = 0;
    int last = Math.min(grid.slices() - 1, middle + reach());
    for (int i = Math.max(0, middle - reach()) * perSlice; i < (last + 1) * perSlice; i++) {
      if (bone[i]) {
        int column = i % nx;
        int row = i / nx % grid.rows();
        if (Math.abs(grid.origin().xMm() + column * grid.columnSpacingMm() - xMm) <= REACH_MM) {
          sum += grid.origin().yMm() + row * grid.rowSpacingMm();
          n++;
        }
      }
    }
    return n == 0 ? grid.origin().yMm() + grid.rows() * grid.rowSpacingMm() / 2 : sum / n;
  }

  /** Returns the quartiles of the x of a set's voxels around a slice; none where they are few. */
  private double[] quartiles(boolean[] set, int middle) {
    int[] counts = new int[grid.columns()];
    int total = 0;
    int nx = grid.columns();
    int perSlice = nx * grid.rows();
    int last = Math.min(grid.slices() - 1, middle + reach());
    for (int i = Math.max(0, middle - reach()) * perSlice; i < (last + 1) * perSlice; i++) {
      if (set[i]) {
        counts[i % nx]++;
        total++;
      }
    }
    if (total < FEWEST) {
      return new double[0];
    }
    double[] quartiles = new double[3];
    for (int q = 0; q < 3; q++) {
      int column = quantile(counts, (int) Math.ceil(total * (q + 1) / 4.0));
      quartiles[q] = grid.toPatient(column, 0, 0).xMm();
    }
    return quartiles;
  }

  private static int quantile(int[] counts, int rank) {
    int x = 0;
    for (int sum = counts[0]; sum < rank; sum += counts[x]) {
      x++;
    }
    return x;
  }
}
