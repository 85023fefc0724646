package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

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

  /** Of the heights so many are within this part of the median: the marrow is even. */
  private static final double EVEN = 0.2;

  private static final double MOST_HEIGHTS = 2.0 / 3;

  /** What the marrow at a height takes up is told by the upper tenth: the rest is cortex. */
  private static final double UPPER_TENTH = 0.9;

  private static final int FEWEST_SLICES = 30;
  private static final int FEWEST_VOXELS = 8;

  /** A lesion stands out from it by this factor. */
  static final double STANDS_OUT = 1.5;

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
    double median = Ranks.median(levels);
    double[] apart = Arrays.stream(levels).map(l -> Math.abs(l - median)).toArray();
    boolean even = Ranks.at(MOST_HEIGHTS, apart, apart.length) < EVEN * median;
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
    double lowest = anatomy.lungBaseMm.getAsDouble() - BELOW_BASE_MM;
    double highest = anatomy.lungTopMm.getAsDouble();
    double[] levels =
        IntStream.range(0, anatomy.grid.slices())
            .filter(k -> heightMm(anatomy, k) >= lowest && heightMm(anatomy, k) <= highest)
            .mapToObj(k -> spine(anatomy, k))
            .filter(suv -> suv.length >= FEWEST_VOXELS)
            .mapToDouble(suv -> Ranks.at(UPPER_TENTH, suv, suv.length))
            .toArray();
    return vertebrae(levels);
  }

  private static double heightMm(Anatomy anatomy, int slice) {
    return anatomy.heightMm(slice * anatomy.grid.columns() * anatomy.grid.rows());
  }

  /** What the bone of the spine takes up in a slice. */
  private static double[] spine(Anatomy anatomy, int slice) {
    int nx = anatomy.grid.columns();
    int perSlice = nx * anatomy.grid.rows();
    double z = heightMm(anatomy, slice);
    double middle = anatomy.midlineMm(z);
    double spine = anatomy.spineMm(z);
    return IntStream.range(slice * perSlice, (slice + 1) * perSlice)
        .filter(
            i -> {
              double x = anatomy.grid.origin().xMm() + i % nx * Anatomy.STEP_MM - middle;
              double y =
                  anatomy.grid.origin().yMm()
                      + i / nx % anatomy.grid.rows() * Anatomy.STEP_MM
                      - spine;
              return anatomy.bone[i]
                  && Math.abs(x) <= FROM_MIDLINE_MM
                  && Math.abs(y) <= FROM_SPINE_MM;
            })
        .mapToDouble(i -> anatomy.suv[i])
        .toArray();
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
