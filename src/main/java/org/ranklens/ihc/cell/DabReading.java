package org.ranklens.ihc.cell;

import java.util.Optional;

/**
 * How the DAB of a cytoplasm is read from its pixels.
 *
 * <p>Smooth stain: the mean of the pixels near an upper-middle percentile; what lies lower is
 * mostly background that the growth took in. Granular stain has no level: the mean of the pixels
 * between two percentiles, of which the lower leaves out background, and the upper as much of the
 * darkest grains as the lower leaves out of the palest cytoplasm. In between, the one shades into
 * the other.
 *
 * @param positiveOd least DAB optical density of a positive pixel
 * @param texture of the slide
 */
public record DabReading(double positiveOd, SlideTexture texture) {

  private static final double LEVEL_QUANTILE = 0.7;

  /** Below the level begins the background soon; above it there are granules of stain. */
  private static final double BELOW_OD = 0.05;

  private static final double BELOW_SHARE = 0.2;
  private static final double ABOVE_OD = 0.06;
  private static final double ABOVE_SHARE = 0.5;

  private static final double GRAIN_FROM_QUANTILE = 0.35;
  private static final double GRAIN_TO_QUANTILE = 0.92;

  private static final double DARK_QUANTILE = 0.9;
  private static final double NOISE_OD = 0.1;

  /** A median spread of cells up to this is smooth, and from the other on granular. */
  private static final double SMOOTH_SPREAD = 0.15;

  private static final double GRANULAR_SPREAD = 0.25;

  private static final double LEAST_AREA_UM2 = 3;

  /** Returns how granular a stain is, 0 to 1, by the median spread of its cells. */
  static double grainOf(double medianSpread) {
    double share = (medianSpread - SMOOTH_SPREAD) / (GRANULAR_SPREAD - SMOOTH_SPREAD);
    return Math.max(0, Math.min(1, share));
  }

  /** Returns by how much the darkest pixels of a cytoplasm are above its level, relatively. */
  static double spread(float[] values) {
    float[] moved = values.clone();
    double level = at(moved, LEVEL_QUANTILE);
    return (at(moved, DARK_QUANTILE) - level) / (NOISE_OD + Math.max(0, level));
  }

  /** Reads a cytoplasm, empty where there are too few values. */
  Optional<CytoplasmOd> of(float[] values, TileFrame frame) {
    if (!measurable(values, frame)) {
      return Optional.empty();
    }
    float[] moved = values.clone();
    int positive = 0;
    float max = Float.NEGATIVE_INFINITY;
    for (float value : moved) {
      positive += value >= positiveOd ? 1 : 0;
      max = Math.max(max, value);
    }
    double grain = texture.grain();
    double mean =
        grain == 0 ? smooth(moved) : grain * granular(moved) + (1 - grain) * smooth(moved);
    double median = Selection.at(moved, 0, moved.length, moved.length / 2);
    return Optional.of(new CytoplasmOd(mean, median, max, (double) positive / moved.length));
  }

  static boolean measurable(float[] values, TileFrame frame) {
    return frame.areaUm2(values.length) >= LEAST_AREA_UM2;
  }

  // The methods below change the order of the values.

  private static double smooth(float[] values) {
    double level = at(values, LEVEL_QUANTILE);
    double from = level - BELOW_OD - BELOW_SHARE * Math.max(0, level);
    double to = level + ABOVE_OD + ABOVE_SHARE * Math.max(0, level);
    double sum = 0;
    int count = 0;
    for (float value : values) {
      if (value >= from && value <= to) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  private static double granular(float[] values) {
    int from = (int) (GRAIN_FROM_QUANTILE * values.length);
    int to = Math.max(from + 1, (int) Math.ceil(GRAIN_TO_QUANTILE * values.length));
    Selection.at(values, 0, values.length, from);
    Selection.at(values, from, values.length, to - 1);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private static double at(float[] values, double quantile) {
    return Selection.at(values, 0, values.length, (int) (quantile * (values.length - 1)));
  }
}
