package org.ranklens.ihc.stain;

/**
 * Turns the DAB vector until cytoplasm carries the same haematoxylin whatever its DAB: the
 * outermost percentile of samples lies beyond the stain where they are noisy, within it where
 * hardly any is pure, and then dense DAB seems to bleach the counterstain, or to deepen it.
 * Cytoplasm is what has about the commonest haematoxylin of the pixels that lie within one thing:
 * nuclei seen through the DAB of strong cells, and the blurred rims of nuclei, have much
 * haematoxylin under weak DAB and would turn the vector outwards. Giant cells, whose cytoplasm may
 * hold another haematoxylin, count no more than other cells. Denser DAB is left out: JPEG and the
 * camera's black bend it.
 */
final class DabRidge {

  private static final int ROUNDS = 3;
  private static final int LINE_ROUNDS = 8;

  /** Haematoxylin of cytoplasm differs by less: so much are texture, noise and cells apart. */
  private static final double CYTOPLASM_SPREAD_OD = 0.06;

  private static final int LEAST_PIXELS = 500;

  /** Spread of DAB, as a standard deviation, below which its slope can't be told. */
  private static final double LEAST_DAB_SPREAD_OD = 0.05;

  private static final double MOST_TURN_DEGREES = 6;

  private DabRidge() {}

  static StainMatrix correct(CytoplasmPatches patches, StainMatrix stains) {
    StainMatrix corrected = stains;
    for (int round = 0; round < ROUNDS; round++) {
      double slope = slope(patches.weighed(corrected));
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

  /**
   * Returns how haematoxylin changes with DAB, 0 where there is too little DAB to tell: a line
   * through the pixels near it, beginning at the commonest haematoxylin.
   */
  private static double slope(CytoplasmPatches.Weighed pixels) {
    double slope = 0;
    double start = pixels.commonest;
    for (int round = 0; round < LINE_ROUNDS; round++) {
      Sums near = new Sums();
      for (int i = 0; i < pixels.dab.length; i++) {
        double off = pixels.hematoxylin[i] - start - slope * pixels.dab[i];
        if (Math.abs(off) < CYTOPLASM_SPREAD_OD) {
          near.add(pixels.dab[i], pixels.hematoxylin[i], pixels.weight[i]);
        }
      }
      if (near.count < LEAST_PIXELS || near.spread() < LEAST_DAB_SPREAD_OD) {
        return 0;
      }
      slope = near.slope();
      start = near.y / near.weight - slope * near.x / near.weight;
    }
    return slope;
  }

  /** What a straight line needs to know of its points. */
  private static final class Sums {
    private int count;
    private double weight;
    private double x;
    private double y;
    private double xx;
    private double xy;

    void add(double newX, double newY, double w) {
      count++;
      weight += w;
      x += w * newX;
      y += w * newY;
      xx += w * newX * newX;
      xy += w * newX * newY;
    }

    double spread() {
      return Math.sqrt(Math.max(0, xx / weight - x / weight * x / weight));
    }

    double slope() {
      return (weight * xy - x * y) / (weight * xx - x * x);
    }
  }
}
