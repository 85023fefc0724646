package org.ranklens.pet.suv;

/**
 * Radioactive decay of one nuclide.
 *
 * @param halfLifeSeconds half-life, above 0
 */
record Decay(double halfLifeSeconds) {

  Decay {
    if (!(halfLifeSeconds > 0)) {
      throw new IllegalArgumentException("a half-life is above 0, not " + halfLifeSeconds);
    }
  }

  private double lambda() {
    return Math.log(2) / halfLifeSeconds;
  }

  /** What is left of 1 after so many seconds; more than 1 before the start. */
  double remaining(double seconds) {
    return Math.exp(-lambda() * seconds);
  }

  /**
   * Activity at a frame's start over its mean during the frame: lambda T / (1 - exp(-lambda T)).
   */
  double startOverMean(double durationSeconds) {
    double x = lambda() * durationSeconds;
    return x == 0 ? 1 : x / -Math.expm1(-x);
  }

  /**
   * When in a frame the activity equals its mean, in seconds from the frame's start: the manual's
   * average count rate time.
   */
  double averageTimeSeconds(double durationSeconds) {
    return Math.log(startOverMean(durationSeconds)) / lambda();
  }

  /** By how many percent values differ that are corrected to times so far apart. */
  double spreadPercent(double seconds) {
    return (1 / remaining(Math.abs(seconds)) - 1) * 100;
  }
}
