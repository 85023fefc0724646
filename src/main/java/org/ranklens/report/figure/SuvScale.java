package org.ranklens.report.figure;

import java.util.List;
import org.ranklens.pet.TimePoint;
import org.ranklens.pet.lesion.LesionMeasurement;

/** The one SUV scale of all pictures of a case. */
final class SuvScale {

  private static final double[] TOPS = {5, 7.5, 10, 15, 20};

  private SuvScale() {}

  /** Returns the least round top that holds the hottest lesion, from 5 to 20. */
  static double top(List<TimePoint> scans) {
    double hottest = 0;
    for (TimePoint scan : scans) {
      for (LesionMeasurement lesion : scan.lesions()) {
        hottest = Math.max(hottest, lesion.siteSuvBwMax().orElse(0));
        hottest = Math.max(hottest, lesion.uptake().map(u -> u.suvBwMax()).orElse(0.0));
      }
    }
    for (double top : TOPS) {
      if (hottest <= top) {
        return top;
      }
    }
    return TOPS[TOPS.length - 1];
  }

  /** Returns a value of the scale without needless decimals. */
  static String tick(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : Double.toString(Math.round(value * 100) / 100.0);
  }
}
