package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Optional;

/**
 * The marrow of a whole spine that takes up about as much as is looked at, as after growth factors:
 * the same at nearly every height. Where it differs from height to height, it is disease.
 */
final class HotMarrow {

  private static final double FROM_MIDLINE_MM = 28;
  private static final double FROM_SPINE_MM = 34;
  private static final double BELOW_BASE_MM = 220;
  private static final double HALF_A_VERTEBRA_MM = 16;

  /** Marrow matters from this part of the threshold on. */
  private static final double OF_THRESHOLD = 0.75;

  private static final double EVEN = 0.2;
  private static final int FEWEST_SLICES = 30;
  private static final int FEWEST_VOXELS = 8;

  /** A lesion stands out from it by this factor. */
  private static final double STANDS_OUT = 1.5;

  /** Of a region that may be nothing else, or of what is around one in it, this much is bone. */
  private static final double BONE = 0.25;

  private final Anatomy anatomy;
  private final double suvBw;

  private HotMarrow(Anatomy anatomy, double suvBw) {
    this.anatomy = anatomy;
    this.suvBw = suvBw;
  }

  /**
   * Returns it, or empty where the marrow is as usual, can't be told, or isn't asked for.
   *
   * @param thresholdSuvBw what uptake is looked at; 0 where lesions were given
   */
  static Optional<HotMarrow> of(Scan scan, LesionSettings settings, double thresholdSuvBw) {
    if (!settings.excludePhysiological() || thresholdSuvBw <= 0) {
      return Optional.empty();
    }
    return scan.anatomy()
        .filter(anatomy -> anatomy.lungBaseMm.isPresent())
        .flatMap(anatomy -> of(anatomy, thresholdSuvBw));
  }

  private static Optional<HotMarrow> of(Anatomy anatomy, double thresholdSuvBw) {
    double[] levels = levels(anatomy);
    if (levels.length < FEWEST_SLICES) {
      return Optional.empty();
    }
    Arrays.sort(levels);
    double median = levels[levels.length / 2];
    double[] apart = Arrays.stream(levels).map(l -> Math.abs(l - median)).sorted().toArray();
    boolean even = apart[apart.length * 2 / 3] < EVEN * median;
    return even && median >= OF_THRESHOLD * thresholdSuvBw
        ? Optional.of(new HotMarrow(anatomy, median))
        : Optional.empty();
  }

  /** Returns what it takes up at most heights, g/ml. */
  double suvBw() {
    return suvBw;
  }

  /** Returns from which SUVbw on something in it is looked at, g/ml. */
  double standsOutSuvBw() {
    return STANDS_OUT * suvBw;
  }

  /** Returns whether a region may be nothing else. */
  boolean mayBe(Voi region) {
    return Region.boneFraction(region, anatomy) >= BONE;
  }

  /** Returns whether it is what lies around a region: a lytic lesion is no bone, but in bone. */
  boolean surrounds(Voi region) {
    return mayBe(region) || Region.boneFractionAround(region, anatomy, Region.AROUND_MM) >= BONE;
  }

  /** At each height, what the upper tenth of the spine's bone takes up. */
  private static double[] levels(Anatomy anatomy) {
    int nx = anatomy.grid.columns();
    int perSlice = nx * anatomy.grid.rows();
    double[] levels = new double[anatomy.grid.slices()];
    int n = 0;
    for (int k = 0; k < anatomy.grid.slices(); k++) {
      double z = anatomy.heightMm(k * perSlice);
      if (z < anatomy.lungBaseMm.getAsDouble() - BELOW_BASE_MM
          || z > anatomy.lungTopMm.getAsDouble()) {
        continue;
      }
      double middle = anatomy.midlineMm(z);
      double spine = anatomy.spineMm(z);
      double[] suv = new double[perSlice];
      int found = 0;
      for (int i = k * perSlice; i < (k + 1) * perSlice; i++) {
        double x = anatomy.grid.origin().xMm() + i % nx * Anatomy.STEP_MM - middle;
        double y =
            anatomy.grid.origin().yMm() + i / nx % anatomy.grid.rows() * Anatomy.STEP_MM - spine;
        if (anatomy.bone[i] && Math.abs(x) <= FROM_MIDLINE_MM && Math.abs(y) <= FROM_SPINE_MM) {
          suv[found++] = anatomy.suv[i];
        }
      }
      if (found >= FEWEST_VOXELS) {
        Arrays.sort(suv, 0, found);
        levels[n++] = suv[found * 9 / 10];
      }
    }
    return vertebrae(Arrays.copyOf(levels, n));
  }

  /** Between two vertebrae there is no marrow: what counts is the hotter of what is near. */
  private static double[] vertebrae(double[] levels) {
    int reach = (int) Math.round(HALF_A_VERTEBRA_MM / Anatomy.STEP_MM);
    double[] highest = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      for (int k = Math.max(0, i - reach); k <= Math.min(levels.length - 1, i + reach); k++) {
        highest[i] = Math.max(highest[i], levels[k]);
      }
    }
    return highest;
  }
}
