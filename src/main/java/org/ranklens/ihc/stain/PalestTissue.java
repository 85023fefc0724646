package org.ranklens.ihc.stain;

import java.util.Locale;

/**
 * White where no glass is in view: the palest tissue, brightened by what such tissue takes away.
 *
 * <p>How much that is was measured on fields of three renderers of which the white is known and
 * that show no glass: 0.010 to 0.035 in red, 0.020 to 0.05 in green, 0.013 to 0.035 in blue. The
 * lower part of that is taken, where the tint shows that tissue took it, or where the brightest
 * spots are brighter still, as on glass they never are.
 */
final class PalestTissue {

  private static final double RED_OD = 0.014;
  private static final double GREEN_OD = 0.026;
  private static final double BLUE_OD = 0.015;

  /** A tint of less says nothing: all of the tissue's own may be the lamp's. */
  private static final double LEAST_TINT_OD = 0.001;

  /** From this tint on all of it is taken. */
  private static final double SURE_TINT_OD = 0.005;

  /** Noise of glass rises so; tissue, however little it is tinted, may get brighter still. */
  private static final double NOISE_RISE_LEVELS = 2;

  private static final double TISSUE_RISE_LEVELS = 4;

  private PalestTissue() {}

  /** Returns white as it would be without what the palest tissue takes away. */
  static WhitePoint brightened(WhiteEstimator.BrightEnd end) {
    WhitePoint palest = end.colour();
    double share = share(end);
    return new WhitePoint(
        brighter(palest.red(), share * RED_OD),
        brighter(palest.green(), share * GREEN_OD),
        brighter(palest.blue(), share * BLUE_OD));
  }

  private static double share(WhiteEstimator.BrightEnd end) {
    double tint = GlassEvidence.tintOd(end.colour());
    return Math.max(
        evidence(tint, LEAST_TINT_OD, SURE_TINT_OD),
        evidence(end.riseLevels(), NOISE_RISE_LEVELS, TISSUE_RISE_LEVELS));
  }

  private static double evidence(double value, double from, double to) {
    return Math.max(0, Math.min(1, (value - from) / (to - from)));
  }

  private static double brighter(double level, double od) {
    return Math.min(255, level * Math.pow(10, od));
  }

  /** Tells it to who reads the result. */
  static String warning(WhiteEstimator.BrightEnd end) {
    WhitePoint palest = end.colour();
    WhitePoint used = brightened(end);
    String colour =
        String.format(
            Locale.ROOT,
            "no glass is in view, so white is a guess from the palest tissue (%.0f %.0f %.0f in"
                + " red, green, blue",
            palest.red(),
            palest.green(),
            palest.blue());
    return share(end) > 0
        ? colour
            + String.format(
                Locale.ROOT,
                ", brightened to %.0f %.0f %.0f for what such tissue takes away): DAB densities may"
                    + " all be off by 0.01 either way",
                used.red(),
                used.green(),
                used.blue())
        : colour + "): DAB densities may all read up to 0.02 too low";
  }
}
