package org.ranklens.ihc.stain;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Turns the DAB vector until cytoplasm carries the same haematoxylin whatever its DAB: the
 * outermost percentile of samples lies beyond the stain where they are noisy, within it where
 * hardly any is pure, and then dense DAB seems to bleach the counterstain, or to deepen it.
 * Cytoplasm is what has about the commonest haematoxylin of the pixels that lie within one thing:
 * nuclei seen through the DAB of strong cells, and the blurred rims of nuclei, have much
 * haematoxylin under weak DAB and would turn the vector outwards. Denser DAB is left out: JPEG and
 * the camera's black bend it.
 */
final class DabRidge {

  private static final int ROUNDS = 3;
  private static final int LINE_ROUNDS = 8;
  private static final double LEAST_DAB_OD = 0.22;
  private static final double MOST_DAB_OD = 0.79;
  private static final double MODE_SPREAD_OD = 0.02;

  /** Haematoxylin of cytoplasm differs by less: so much are texture, noise and cells apart. */
  private static final double CYTOPLASM_SPREAD_OD = 0.06;

  private static final int LEAST_SAMPLES = 500;

  /** Spread of DAB, as a standard deviation, below which its slope can't be told. */
  private static final double LEAST_DAB_SPREAD_OD = 0.05;

  private static final double MOST_TURN_DEGREES = 6;

  private DabRidge() {}

  static StainMatrix correct(OdSamples od, StainPlane plane, StainMatrix stains) {
    BitSet within = (BitSet) plane.inliers().clone();
    within.and(od.flat());
    StainMatrix corrected = stains;
    for (int round = 0; round < ROUNDS; round++) {
      double slope = Cytoplasm.of(od, within, corrected).slope();
      StainVector h = corrected.hematoxylin();
      StainVector d = corrected.dab();
      corrected =
          new StainMatrix(
              h,
              new StainVector(
                  Math.max(0, d.red() + slope * h.red()),
                  Math.max(0, d.green() + slope * h.green()),
                  Math.max(0, d.blue() + slope * h.blue())));
    }
    return corrected.dab().degreesTo(stains.dab()) > MOST_TURN_DEGREES ? stains : corrected;
  }

  /** DAB and haematoxylin of stained pixels, most of them cytoplasm. It owns its arrays. */
  private static final class Cytoplasm {
    private final double[] dab;
    private final double[] hematoxylin;
    private final double commonest;

    private Cytoplasm(double[] dab, double[] hematoxylin, double commonest) {
      this.dab = dab;
      this.hematoxylin = hematoxylin;
      this.commonest = commonest;
    }

    static Cytoplasm of(OdSamples od, BitSet samples, StainMatrix stains) {
      double[] toH = Unmixing.of(stains).hematoxylin();
      double[] toDab = Unmixing.of(stains).dab();
      int[] stained =
          samples.stream()
              .filter(
                  i -> {
                    double dab = od.along(i, toDab);
                    return dab >= LEAST_DAB_OD && dab < MOST_DAB_OD;
                  })
              .toArray();
      double[] dab = Arrays.stream(stained).mapToDouble(i -> od.along(i, toDab)).toArray();
      double[] hematoxylin = Arrays.stream(stained).mapToDouble(i -> od.along(i, toH)).toArray();
      OdHistogram histogram = new OdHistogram();
      Arrays.stream(hematoxylin).forEach(histogram::add);
      return new Cytoplasm(dab, hematoxylin, histogram.mode(MODE_SPREAD_OD));
    }

    /**
     * Returns how haematoxylin changes with DAB, 0 where there is too little DAB to tell: a line
     * through the pixels near it, beginning at the commonest haematoxylin.
     */
    double slope() {
      double slope = 0;
      double start = commonest;
      for (int round = 0; round < LINE_ROUNDS; round++) {
        Sums near = new Sums();
        for (int i = 0; i < dab.length; i++) {
          if (Math.abs(hematoxylin[i] - start - slope * dab[i]) < CYTOPLASM_SPREAD_OD) {
            near.add(dab[i], hematoxylin[i]);
          }
        }
        if (near.count < LEAST_SAMPLES || near.spread() < LEAST_DAB_SPREAD_OD) {
          return 0;
        }
        slope = near.slope();
        start = near.y / near.count - slope * near.x / near.count;
      }
      return slope;
    }
  }

  /** What a straight line needs to know of its points. */
  private static final class Sums {
    private int count;
    private double x;
    private double y;
    private double xx;
    private double xy;

    void add(double newX, double newY) {
      count++;
      x += newX;
      y += newY;
      xx += newX * newX;
      xy += newX * newY;
    }

    double spread() {
      return Math.sqrt(Math.max(0, xx / count - x / count * x / count));
    }

    double slope() {
      return (count * xy - x * y) / (count * xx - x * x);
    }
  }
}
