package org.ranklens.pet.suv;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether a view holds more activity than was injected: the sum of SUVbw x volume is the weight
 * where it holds all of it. Wrong units, weights, doses and times show there.
 */
final class HeldActivity {

  /** Noise, scatter and a dose measured roughly never make so much of it. */
  private static final double TOO_MUCH = 1.3;

  /** A larger figure tells nobody more. */
  private static final double MOST_TOLD = 1e6;

  /** Below what any scanner can tell from nothing. */
  private static final float LEAST_SUV = 1e-9f;

  /** Any tissue's noise reaches further. */
  private static final float LEAST_PLAUSIBLE_SUV = 0.5f;

  private static final double G_PER_KG = 1000;

  private HeldActivity() {}

  /** Returns a warning, or nothing where the activity is possible or the weight isn't known. */
  static List<String> warnings(SuvVolume suv, OptionalDouble weightKg) {
    if (weightKg.isEmpty()) {
      return List.of();
    }
    double sum = 0;
    float most = 0;
    for (float value : suv.suvBw()) {
      sum += value;
      most = Math.max(most, value);
    }
    if (most <= LEAST_SUV) {
      return List.of(
          "the PET holds no activity: no voxel is above 0; check its pixels and RescaleSlope");
    }
    if (most < LEAST_PLAUSIBLE_SUV) {
      return List.of(
          "the SUVs can't be right: no voxel is above %s; check units, weight, injected activity, times and RescaleSlope"
              .formatted(String.format(Locale.ROOT, "%.2g", most)));
    }
    double part = sum * suv.geometry().voxelMl() / (G_PER_KG * weightKg.getAsDouble());
    String times = part > MOST_TOLD ? "over a million" : String.format(Locale.ROOT, "%.1f", part);
    return part <= TOO_MUCH
        ? List.of()
        : List.of(
            "the SUVs can't be right: the view would hold "
                + times
                + " times the activity injected; check units, weight, injected activity and times");
  }
}
