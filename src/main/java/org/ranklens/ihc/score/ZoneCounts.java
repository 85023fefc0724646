package org.ranklens.ihc.score;

import java.util.Optional;

/**
 * Pixels per zone of the 8-bit picture of DAB, and the four-zone score of cytoplasmic stains of IHC
 * Profiler, for comparison with studies that used it: Varghese F, Bukhari AB, Malhotra R, De A. IHC
 * Profiler: an open source plugin for the quantitative evaluation and automated scoring of
 * immunohistochemistry images of human tissue samples. PLoS ONE 2014;9:e96801.
 *
 * <p>It counts pixels, not cells: stroma, nuclei and empty tissue are in it.
 *
 * @param highPositive grey values 0 to 60, weight 4
 * @param positive 61 to 120, weight 3
 * @param lowPositive 121 to 180, weight 2
 * @param negative 181 to 235, weight 1
 * @param background 236 to 255, left out
 */
public record ZoneCounts(
    long highPositive, long positive, long lowPositive, long negative, long background) {

  /** Zones, the background among them. */
  public static final int ZONES = 5;

  /** A zone with more of the pixels than this is the category, whatever the score. */
  private static final double RULING_PERCENT = 66;

  /** Grey values at which the zones end, and the optical density there: 255 x 10^-OD. */
  private static final double[] LEAST_OD = {od(60), od(120), od(180), od(235)};

  private static final String[] NAMES = {"high positive", "positive", "low positive", "negative"};

  /** Grey values are rounded, so a zone ends half a value further. */
  private static double od(int lastGrey) {
    return Math.log10(255 / (lastGrey + 0.5));
  }

  /**
   * Counts the pixels of each zone of a part of a plane.
   *
   * @param counts are added to, from {@code at} on, from high positive to background
   */
  public static void count(float[] dabOd, int from, int to, int[] counts, int at) {
    int high = 0;
    int positive = 0;
    int low = 0;
    int negative = 0;
    for (int p = from; p < to; p++) {
      double od = dabOd[p];
      high += od > LEAST_OD[0] ? 1 : 0;
      positive += od > LEAST_OD[1] ? 1 : 0;
      low += od > LEAST_OD[2] ? 1 : 0;
      negative += od > LEAST_OD[3] ? 1 : 0;
    }
    counts[at] += high;
    counts[at + 1] += positive - high;
    counts[at + 2] += low - positive;
    counts[at + 3] += negative - low;
    counts[at + 4] += to - from - negative;
  }

  /** Returns the counts of an array, from high positive to background. */
  public static ZoneCounts of(long[] zones) {
    return new ZoneCounts(zones[0], zones[1], zones[2], zones[3], zones[4]);
  }

  /** Returns the pixels that count. */
  public long total() {
    return highPositive + positive + lowPositive + negative;
  }

  /** Returns a zone's part of the pixels that count, 0 to 100; there must be one. */
  public double percent(int zone) {
    return 100.0 * counts()[zone] / total();
  }

  /** Returns the sum of the zones' parts times their weights, 1 to 4; there must be a pixel. */
  public double score() {
    long sum = 4 * highPositive + 3 * positive + 2 * lowPositive + negative;
    return (double) sum / total();
  }

  /**
   * Returns the category: the zone with more than 66 % of the pixels, else by the score. Empty in
   * the gaps that the published cuts leave between 0.94 and 0.95, 1.94 and 1.95, 2.94 and 2.95.
   */
  public Optional<String> category() {
    for (int zone = 0; zone < NAMES.length; zone++) {
      if (percent(zone) > RULING_PERCENT) {
        return Optional.of(NAMES[zone]);
      }
    }
    return ofScore(score());
  }

  static Optional<String> ofScore(double score) {
    if (score >= 2.95) {
      return Optional.of(NAMES[0]);
    }
    if (score >= 1.95) {
      return score <= 2.94 ? Optional.of(NAMES[1]) : Optional.empty();
    }
    if (score >= 0.95) {
      return score <= 1.94 ? Optional.of(NAMES[2]) : Optional.empty();
    }
    return score <= 0.94 ? Optional.of(NAMES[3]) : Optional.empty();
  }

  private long[] counts() {
    return new long[] {highPositive, positive, lowPositive, negative};
  }
}
