package org.ranklens.pet.lesion;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
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

  /** Returns the middle of the bone, or else of the body, side to side, in mm. */
  double xMm(double zMm) {
    return middles.computeIfAbsent(
        slice(zMm), k -> median(bone, k).orElseGet(() -> median(body, k).orElse(0)));
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

  private OptionalDouble median(boolean[] set, int middle) {
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
      return OptionalDouble.empty();
    }
    int x = 0;
    for (int sum = counts[0]; sum < (total + 1) / 2; sum += counts[x]) {
      x++;
    }
    return OptionalDouble.of(grid.toPatient(x, 0, 0).xMm());
  }
}
