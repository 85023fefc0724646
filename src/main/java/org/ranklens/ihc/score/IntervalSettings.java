package org.ranklens.ihc.score;

/**
 * How the intervals of the scores are found.
 *
 * @param resamples bootstrap samples, 199 to 99,999
 * @param seed of the random numbers; the same seed gives the same intervals
 * @param blockMicrons largest edge of the squares that are drawn, 64, 128, 256, 512 or 1024 um
 * @param leastBlocks where fewer squares hold cells, smaller ones are drawn, down to 64 um; 2 to
 *     1,000
 */
public record IntervalSettings(int resamples, long seed, int blockMicrons, int leastBlocks) {

  /** Edge of the smallest square. */
  static final int SMALLEST_MICRONS = 64;

  private static final int LARGEST_MICRONS = 1024;

  public IntervalSettings {
    if (resamples < 199 || resamples > 99_999) {
      throw new IllegalArgumentException("resamples must be 199 to 99999, not " + resamples);
    }
    if (blockMicrons < SMALLEST_MICRONS
        || blockMicrons > LARGEST_MICRONS
        || Integer.bitCount(blockMicrons) != 1) {
      throw new IllegalArgumentException(
          "blockMicrons must be 64, 128, 256, 512 or 1024, not " + blockMicrons);
    }
    if (leastBlocks < 2 || leastBlocks > 1000) {
      throw new IllegalArgumentException("leastBlocks must be 2 to 1000, not " + leastBlocks);
    }
  }

  /** Returns 1,999 resamples of squares of 512 um, of smaller ones below 20 squares. */
  public static IntervalSettings defaults() {
    return new IntervalSettings(1999, 1, 512, 20);
  }
}
