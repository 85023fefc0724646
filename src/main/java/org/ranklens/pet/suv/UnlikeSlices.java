package org.ranklens.pet.suv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.SliceStack;
import org.ranklens.pet.dicom.Tag;

/**
 * Slices whose activity is unlike that of both their neighbours. A scanner's resolution spreads
 * every source over several slices, so that a single one never stands out: in the reference data,
 * over a thousand slices, the most is 1.15 times. What does has another slope than its own, or
 * other pixels.
 */
final class UnlikeSlices {

  private static final double UNLIKE = 1.4;

  /** Neighbours further apart say nothing of the slice between them. */
  private static final double NEIGHBOURS_ALIKE = 1.5;

  /** Slices with a smaller part of the usual activity hold noise. */
  private static final double LEAST_PART = 0.05;

  private static final int MOST_NAMED = 3;

  private UnlikeSlices() {}

  static List<String> warnings(SuvVolume suv, SliceStack stack) {
    double[] sums = sums(suv);
    double[] sorted = sums.clone();
    Arrays.sort(sorted);
    double least = LEAST_PART * sorted[sorted.length / 2];
    List<String> named = new ArrayList<>();
    int unlike = 0;
    for (int k = 1; k < sums.length - 1; k++) {
      double lower = Math.min(sums[k - 1], sums[k + 1]);
      double upper = Math.max(sums[k - 1], sums[k + 1]);
      if (lower <= least || upper > NEIGHBOURS_ALIKE * lower) {
        continue;
      }
      if (sums[k] > UNLIKE * upper || sums[k] * UNLIKE < lower) {
        unlike++;
        if (named.size() < MOST_NAMED) {
          named.add(
              "%s (%s times theirs)"
                  .formatted(
                      stack.slices().get(k).file().path().getFileName(),
                      times(2 * sums[k] / (lower + upper))));
        }
      }
    }
    return unlike == 0
        ? List.of()
        : List.of(
            "%s slice%s unlike both neighbours in activity: %s%s; check pixels and %s"
                .formatted(
                    unlike,
                    unlike == 1 ? " is" : "s are",
                    String.join(", ", named),
                    unlike > named.size() ? "..." : "",
                    Tag.RESCALE_SLOPE.label()));
  }

  private static String times(double factor) {
    return (factor > 0 && factor < 0.01) || factor > 1e6
        ? String.format(Locale.ROOT, "%.0e", factor)
        : String.format(Locale.ROOT, "%.2f", factor);
  }

  private static double[] sums(SuvVolume suv) {
    Geometry grid = suv.geometry();
    int perSlice = grid.columns() * grid.rows();
    float[] values = suv.suvBw();
    double[] sums = new double[grid.slices()];
    for (int i = 0; i < values.length; i++) {
      sums[i / perSlice] += Math.max(0, values[i]);
    }
    return sums;
  }
}
