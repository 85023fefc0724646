package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ranklens.pet.dicom.Geometry;

/**
 * What a known lesion still takes up where it is below the threshold that finds new ones: its
 * site's peak stands out from what surrounds it.
 */
final class Residual {

  private static final double STANDS_OUT = 1.5;
  private static final double UPPER_QUARTILE = 0.75;

  private final float[] values;
  private final Geometry grid;
  private final double muscleSuvBw;
  private final double thresholdSuvBw;
  private final boolean[] taken;
  private final Optional<HotMarrow> marrow;
  private final Delineation delineation;

  Residual(Scan scan, FoundLesions found, LesionSettings settings) {
    this.values = scan.suv().suvBw();
    this.grid = scan.suv().geometry();
    this.muscleSuvBw = scan.anatomy().map(a -> a.muscleSuv).orElse(0.0);
    this.thresholdSuvBw = found.thresholdSuvBw();
    this.taken = new boolean[values.length];
    for (FoundLesion lesion : found.lesions()) {
      for (int index : lesion.voi().indices()) {
        taken[index] = true;
      }
    }
    this.marrow = HotMarrow.of(scan, settings, thresholdSuvBw);
    this.delineation = new Delineation(values, grid, taken, settings, marrow);
  }

  /** Returns how far the rest in a site reaches, or empty where nothing stands out. */
  Optional<Voi> find(Voi site) {
    int[] free = Arrays.stream(site.indices()).filter(i -> !taken[i]).toArray();
    double inMarrow = marrow.filter(m -> m.surrounds(site)).map(HotMarrow::suvBw).orElse(0.0);
    double background = Math.max(Math.max(muscleSuvBw, inMarrow), around(site));
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
    return Optional.of(delineation.voi(seed));
  }

  /** Where nothing counts around a site, nothing stands out from it. */
  private double around(Voi site) {
    IntPredicate usual = i -> !taken[i] && (thresholdSuvBw <= 0 || values[i] < thresholdSuvBw);
    return Surroundings.quantile(
            values, grid, site.indices(), Surroundings.TO_MM, usual, UPPER_QUARTILE)
        .orElse(Double.POSITIVE_INFINITY);
  }
}
