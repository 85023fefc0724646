package org.ranklens.phantom.pet;

import java.time.LocalDateTime;

/**
 * How a PET stores uptake: activity at a reference time, slice by slice, and when each slice was
 * measured. The bed moves on every {@value #SLICES_PER_BED} slices.
 */
final class Scanner {

  static final int SLICES_PER_BED = 18;
  static final double BED_SECONDS = 180;
  private static final double DECAY_CONSTANT =
      StrictMath.log(2) / PetPhantomSettings.HALF_LIFE_SECONDS;

  /** What Philips' headers turn counts into Bq/ml with; any number would do. */
  static final double PHILIPS_BQ_PER_COUNT = 1.73;

  private final PetPhantomSettings settings;
  private final ScanSettings scan;

  Scanner(PetPhantomSettings settings, ScanSettings scan) {
    this.settings = settings;
    this.scan = scan;
  }

  /** What a stored value of a slice has to be divided by to give SUV by body weight, in g/ml. */
  double storedPerSuv(int slice) {
    double perSuv = scan.injectedBq() / (scan.weightKg() * 1000) * remaining(slice);
    return settings.vendor() == Vendor.PHILIPS ? perSuv / PHILIPS_BQ_PER_COUNT : perSuv;
  }

  /** SUV of one stored count, as Philips' headers give it. */
  double philipsSuvPerCount() {
    return 1 / storedPerSuv(0);
  }

  /** The share of the injected activity that the stored value counts. */
  private double remaining(int slice) {
    return switch (settings.decay()) {
      case ADMIN -> 1;
      case START -> StrictMath.exp(-DECAY_CONSTANT * scan.uptakeSeconds());
      case NONE -> StrictMath.exp(-DECAY_CONSTANT * (scan.uptakeSeconds() + averageSeconds(slice)));
    };
  }

  /** Seconds from the series' start to the start of the slice's bed; the head comes first. */
  double bedSeconds(int slice) {
    int fromTop = scan.petGrid().slices() - 1 - slice;
    return BED_SECONDS * Math.floorDiv(fromTop, SLICES_PER_BED);
  }

  /** Seconds from the series' start to the moment the activity equals the bed's average. */
  double averageSeconds(int slice) {
    double decayed = DECAY_CONSTANT * BED_SECONDS;
    double within = StrictMath.log(decayed / (1 - StrictMath.exp(-decayed))) / DECAY_CONSTANT;
    return bedSeconds(slice) + within;
  }

  /** What the measured activity was multiplied with, for the header. */
  double decayFactor(int slice) {
    double seconds = averageSeconds(slice);
    return switch (settings.decay()) {
      case NONE -> 1;
      case START -> StrictMath.exp(DECAY_CONSTANT * seconds);
      case ADMIN -> StrictMath.exp(DECAY_CONSTANT * (seconds + scan.uptakeSeconds()));
    };
  }

  LocalDateTime acquisition(int slice) {
    return scan.start().plusSeconds(Math.round(bedSeconds(slice)));
  }
}
