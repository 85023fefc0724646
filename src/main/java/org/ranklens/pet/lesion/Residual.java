package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.suv.SuvVolume;

/**
 * What a known lesion still takes up where it is below the threshold that finds new ones: its
 * site's peak stands out from what surrounds it.
 */
final class Residual {

  private static final double STANDS_OUT = 1.5;
  private static final double RING_FROM_MM = 8;
  private static final double RING_TO_MM = 16;

  private Residual() {}

  /** Returns how far the rest reaches, or empty where nothing stands out. */
  static Optional<Voi> find(Scan scan, Voi site, FoundLesions found, LesionSettings settings) {
    SuvVolume suv = scan.suv();
    float[] values = suv.suvBw();
    Geometry grid = suv.geometry();
    boolean[] taken = new boolean[values.length];
    for (FoundLesion lesion : found.lesions()) {
      for (int index : lesion.voi().indices()) {
        taken[index] = true;
      }
    }
    int[] free = Arrays.stream(site.indices()).filter(i -> !taken[i]).toArray();
    double soft = scan.anatomy().map(a -> a.muscleSuv).orElse(0.0);
    OptionalDouble marrow = marrow(scan, site, found.thresholdSuvBw());
    double background =
        Math.max(
            Math.max(soft, marrow.orElse(0)),
            background(values, grid, site, taken, found.thresholdSuvBw()));
    PeakSphere sphere = new PeakSphere(grid);
    int hottest = -1;
    double peak = 0;
    for (int index : free) {
      peak = Math.max(peak, sphere.mean(values, index));
      hottest = hottest < 0 || values[index] > values[hottest] ? index : hottest;
    }
    if (hottest < 0 || peak <= STANDS_OUT * background) {
      return Optional.empty();
    }
    double level = (values[hottest] + background) / 2;
    int[] seed = Arrays.stream(free).filter(i -> values[i] >= level).toArray();
    return Optional.of(
        new Delineation(values, grid, taken, settings, marrow.isPresent()).voi(seed));
  }

  /** What marrow takes up, where it is hot and the site lies in bone. */
  private static OptionalDouble marrow(Scan scan, Voi site, double threshold) {
    if (scan.anatomy().isEmpty()
        || threshold <= 0
        || Region.boneFraction(site, scan.anatomy().get()) < LesionFinder.MARROW_BONE) {
      return OptionalDouble.empty();
    }
    OptionalDouble standsOut = HotMarrow.threshold(scan.anatomy().get(), threshold);
    return standsOut.isEmpty()
        ? standsOut
        : OptionalDouble.of(standsOut.getAsDouble() / HotMarrow.STANDS_OUT);
  }

  private static double background(
      float[] values, Geometry grid, Voi site, boolean[] taken, double threshold) {
    int[] ring =
        Arrays.stream(Shell.around(site.indices(), grid, RING_FROM_MM, RING_TO_MM))
            .filter(i -> !taken[i] && (threshold <= 0 || values[i] < threshold))
            .toArray();
    if (ring.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double[] sorted = Arrays.stream(ring).mapToDouble(i -> values[i]).sorted().toArray();
    return sorted[sorted.length * 3 / 4];
  }
}
