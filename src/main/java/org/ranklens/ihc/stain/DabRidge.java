package org.ranklens.ihc.stain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns the DAB vector until cytoplasm carries the same haematoxylin whatever its DAB: the
 * outermost percentile of noisy samples lies beyond the stain, and then dense DAB seems to bleach
 * the counterstain, or to deepen it. Cytoplasm is the commonest haematoxylin among the pixels of
 * one DAB that lie within one thing: nuclei seen through the DAB of strong cells, and the blurred
 * rims of nuclei, have much haematoxylin under weak DAB and would turn the vector outwards. Denser
 * DAB is left out: JPEG and the camera's black bend it.
 */
final class DabRidge {

  private static final int ROUNDS = 3;
  private static final double BIN_OD = 0.08;
  private static final double LEAST_DAB_OD = 0.22;
  private static final double MOST_DAB_OD = 0.79;
  private static final double MODE_SPREAD_OD = 0.02;
  private static final int LEAST_IN_BIN = 60;
  private static final int LEAST_BINS = 3;
  private static final double MOST_TURN_DEGREES = 6;

  private DabRidge() {}

  static StainMatrix correct(OdSamples od, StainPlane plane, StainMatrix stains) {
    StainMatrix corrected = stains;
    for (int round = 0; round < ROUNDS; round++) {
      double slope = slope(od, plane, corrected);
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

  /** Returns how haematoxylin changes with DAB, 0 where there is too little DAB to tell. */
  private static double slope(OdSamples od, StainPlane plane, StainMatrix stains) {
    BitSet within = (BitSet) plane.inliers().clone();
    within.and(od.flat());
    List<double[]> points = ridge(od, within, stains);
    if (points.size() < LEAST_BINS) {
      points = ridge(od, plane.inliers(), stains);
    }
    if (points.size() < LEAST_BINS) {
      return 0;
    }
    double sw = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (double[] p : points) {
      double weight = Math.sqrt(p[2]);
      sw += weight;
      sx += weight * p[0];
      sy += weight * p[1];
      sxx += weight * p[0] * p[0];
      sxy += weight * p[0] * p[1];
    }
    return (sw * sxy - sx * sy) / (sw * sxx - sx * sx);
  }

  /** Returns DAB, haematoxylin and number of samples per bin of DAB. */
  private static List<double[]> ridge(OdSamples od, BitSet samples, StainMatrix stains) {
    Unmixing u = Unmixing.of(stains);
    double[] toH = {
      u.fromRed().hematoxylin(), u.fromGreen().hematoxylin(), u.fromBlue().hematoxylin()
    };
    double[] toDab = {u.fromRed().dab(), u.fromGreen().dab(), u.fromBlue().dab()};
    int bins = (int) ((MOST_DAB_OD - LEAST_DAB_OD) / BIN_OD);
    List<OdHistogram> h = Stream.generate(OdHistogram::new).limit(bins).toList();
    samples.stream()
        .forEach(
            i -> {
              int bin = (int) Math.floor((od.along(i, toDab) - LEAST_DAB_OD) / BIN_OD);
              if (bin >= 0 && bin < bins) {
                h.get(bin).add(od.along(i, toH));
              }
            });
    List<double[]> points = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (h.get(bin).count() >= LEAST_IN_BIN) {
        double middle = h.get(bin).mode(MODE_SPREAD_OD);
        points.add(new double[] {LEAST_DAB_OD + (bin + 0.5) * BIN_OD, middle, h.get(bin).count()});
      }
    }
    return points;
  }
}
