package org.ranklens.ihc.score;

/**
 * The score interval of a proportion: Wilson EB. Probable inference, the law of succession, and
 * statistical inference. J Am Stat Assoc 1927;22:209-212.
 */
public final class Wilson {

  /** The 97.5th percentile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /**
   * Returns the 95 % interval in percent.
   *
   * @param called 0 to {@code of}
   * @param of at least 1
   */
  public static Interval percent(int called, int of) {
    if (of < 1 || called < 0 || called > of) {
      throw new IllegalArgumentException(called + " of " + of);
    }
    double share = (double) called / of;
    double squared = Z * Z;
    double middle = share + squared / (2 * of);
    double half = Z * Math.sqrt(share * (1 - share) / of + squared / (4.0 * of * of));
    double scale = 100 / (1 + squared / of);
    return new Interval(
        called == 0 ? 0 : scale * (middle - half), called == of ? 100 : scale * (middle + half));
  }
}
