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

  private static final double G_PER_KG = 1000;

  private HeldActivity() {}

  /** Returns a warning, or nothing where the activity is possible or the weight isn't known. */
  static List<String> warnings(SuvVolume suv, OptionalDouble weightKg) {
    if (weightKg.isEmpty()) {
      return List.of();
    }
    double sum = 0;
    for (float value : suv.suvBw()) {
      sum += value;
    }
    double part = sum * suv.geometry().voxelMl() / (G_PER_KG * weightKg.getAsDouble());
    return part <= TOO_MUCH
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "the SUVs can't be right: the view would hold %.1f times the activity injected; check"
                    + " units, weight, injected activity and times",
                part));
  }
}
