package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranklens.pet.dicom.Geometry;

/**
 * Where the middle of the body and the spine lie, height by height. Used by one thread at a time.
 */
final class Midline {

  private static final double REACH_MM = 30;
  private static final int FEWEST = 50;

  /** What is further than this from the straight line of the spine is a shoulder or a rib. */
  private static final double FROM_LINE_MM = 25;

  private static final double LINE_STEP_MM = 12;
  private static final double LEVER_MM = 80;
  private static final int FEWEST_PLACES = 12;

  private final Geometry grid;
  private final boolean[] bone;
  private final boolean[] body;
  private final Map<Integer, Double> middles = new HashMap<>();
  private final double[] line;
  private final Map<Integer, Double> spines = new HashMap<>();

  Midline(Geometry grid, boolean[] bone, boolean[] body) {
    this.grid = grid;
    this.bone = bone;
    this.body = body;
    this.line = line();
  }

  /**
   * Returns the middle of the bone, side to side, in mm: its median, or between two hips, where the
   * median would be one of them, the middle of its quartiles, whichever is nearer to the middle of
   * the body; that where there is little bone. Of a body that lies askew, slices through one
   * shoulder only have another middle: then the straight line through all heights counts.
   */
  double xMm(double zMm) {
    return middles.computeIfAbsent(
        slice(zMm),
        k -> {
          double own = middle(k);
          double straight = line.length == 0 ? own : line[0] + line[1] * k;
          return Math.abs(own - straight) > FROM_LINE_MM ? straight : own;
        });
  }

  private double middle(int slice) {
    double[] trunk = quartiles(body, slice);
    double middle = trunk.length == 0 ? 0 : (trunk[0] + trunk[2]) / 2;
    double[] q = quartiles(bone, slice);
    if (q.length == 0) {
      return middle;
    }
    double between = (q[0] + q[2]) / 2;
    return Math.abs(between - middle) < Math.abs(q[1] - middle) ? between : q[1];
  }

  /**
   * Returns the line of the middles over the slices, at slice 0 and per slice: median slope of the
   * pairs far apart, then median offset (Theil 1950, Sen 1968); none in a short view.
   */
  private double[] line() {
    int step = Math.max(1, (int) Math.round(LINE_STEP_MM / grid.sliceSpacingMm()));
    int lever = (int) Math.round(LEVER_MM / grid.sliceSpacingMm());
    List<double[]> places = new ArrayList<>();
    for (int k = 0; k < grid.slices(); k += step) {
      if (quartiles(bone, k).length > 0) {
        places.add(new double[] {k, middle(k)});
      }
    }
    List<Double> slopes = new ArrayList<>();
    for (double[] a : places) {
      for (double[] b : places) {
        if (b[0] - a[0] >= lever) {
          slopes.add((b[1] - a[1]) / (b[0] - a[0]));
        }
      }
    }
    if (places.size() < FEWEST_PLACES || slopes.isEmpty()) {
      return new double[0];
    }
    double slope = median(slopes);
    return new double[] {median(places.stream().map(p -> p[1] - slope * p[0]).toList()), slope};
  }

  private static double median(List<Double> values) {
    return Ranks.median(values.stream().mapToDouble(Double::doubleValue).toArray());
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
