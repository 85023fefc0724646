package org.ranklens.pet.lesion;

import java.util.List;
import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.BodyFactors;
import org.ranklens.pet.suv.SuvVolume;

/** Measures the uptake in a VOI. */
public final class UptakeMeter {

  private static final double HOTTEST_TENTH = 0.9;

  private UptakeMeter() {}

  /** Returns what a VOI on the volume's own grid takes up. */
  public static UptakeMeasures measure(SuvVolume suv, Voi voi) {
    if (!voi.geometry().equals(suv.geometry())) {
      throw new IllegalArgumentException("the VOI lies on another grid than the SUVs");
    }
    float[] values = suv.suvBw();
    double sum = 0;
    float max = Float.NEGATIVE_INFINITY;
    for (int index : voi.indices()) {
      sum += values[index];
      max = Math.max(max, values[index]);
    }
    double mean = sum / voi.size();
    Peaks peaks = peaks(values, voi, max);
    BodyFactors body = suv.bodyFactors();
    return new UptakeMeasures(
        voi.size(),
        voi.ml(),
        max,
        mean,
        peaks.local,
        peaks.global,
        times(body.sulPerSuvBw(), peaks.global),
        times(body.suvBsaPerSuvBw(), max),
        mean * voi.ml(),
        longestMm(voi),
        Extent.centre(voi.geometry(), peaks.maximum));
  }

  /** Returns the largest SUVbw in a VOI. */
  public static double max(SuvVolume suv, Voi voi) {
    float max = Float.NEGATIVE_INFINITY;
    for (int index : voi.indices()) {
      max = Math.max(max, suv.suvBw()[index]);
    }
    return max;
  }

  /**
   * Returns what the hottest tenth has at least of the SUVbw from 8 to 16 mm around a VOI, lesions
   * left out; 0 where nothing is left.
   */
  public static double around(SuvVolume suv, Voi voi, List<Voi> lesions) {
    return Surroundings.quantile(
            suv.suvBw(),
            suv.geometry(),
            voi.indices(),
            Surroundings.TO_MM,
            i -> lesions.stream().noneMatch(lesion -> lesion.contains(i)),
            HOTTEST_TENTH)
        .orElse(0);
  }

  private record Peaks(double local, double global, int maximum) {}

  private static Peaks peaks(float[] values, Voi voi, float max) {
    PeakSphere sphere = new PeakSphere(voi.geometry());
    double local = Double.NEGATIVE_INFINITY;
    double global = Double.NEGATIVE_INFINITY;
    int maximum = -1;
    for (int index : voi.indices()) {
      double peak = sphere.mean(values, index);
      global = Math.max(global, peak);
      if (values[index] == max && peak > local) {
        local = peak;
        maximum = index;
      }
    }
    return new Peaks(local, global, maximum);
  }

  private static OptionalDouble times(OptionalDouble factor, double value) {
    return factor.isPresent()
        ? OptionalDouble.of(factor.getAsDouble() * value)
        : OptionalDouble.empty();
  }

  /** Largest distance of two centres in a slice: only ends of rows can be furthest apart. */
  private static double longestMm(Voi voi) {
    Geometry grid = voi.geometry();
    int[] ends = Extent.rowEnds(voi.indices(), grid.columns());
    int perSlice = grid.columns() * grid.rows();
    double longest = 0;
    for (int a = 0; a < ends.length; a++) {
      Point3 from = Extent.centre(grid, ends[a]);
      for (int b = a + 1; b < ends.length && ends[b] / perSlice == ends[a] / perSlice; b++) {
        longest = Math.max(longest, from.distanceTo(Extent.centre(grid, ends[b])));
      }
    }
    return longest;
  }
}
