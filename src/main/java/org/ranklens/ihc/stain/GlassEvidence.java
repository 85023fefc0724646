package org.ranklens.ihc.stain;

import org.ranklens.ihc.slide.RgbImage;

/**
 * Whether what was taken for white is glass, from an overview of the slide in squares of some
 * micrometres. Glass has no texture, and where a slide shows any, most of what is as bright as that
 * is glass. The palest tissue is spotted; or it is even (osteoid, fibres) and tinted: haematoxylin,
 * DAB and eosin all take away more green than red and blue together, which no lamp does.
 */
public final class GlassEvidence {

  /** What is as bright as white: within this of it in every channel. */
  private static final double NEAR_OD = 0.01;

  private static final int MOST_TEXTURE_LEVELS = 2;
  private static final int LEAST_FLAT_SQUARES = 10;

  /** Fields of three renderers and real ones: 0 to 0.28 without glass, but for even tissue. */
  private static final double FLAT_SHARE = 0.4;

  /** Even tissue, seen without glass, reaches 0.7; glass of a tinted white 1.0. */
  private static final double FLAT_SHARE_WHERE_TINTED = 0.9;

  /** Green less than red and blue by this is a tint; cameras' whites are seldom so far off. */
  private static final double TINT_OD = 0.007;

  private final RgbImage mean;
  private final RgbImage palest;

  /**
   * Takes an overview.
   *
   * @param mean colour of each square
   * @param palest colour of the palest spot of each square
   */
  public GlassEvidence(RgbImage mean, RgbImage palest) {
    this.mean = mean;
    this.palest = palest;
  }

  /** Returns whether the slide shows glass of that colour. */
  boolean isGlass(WhitePoint white) {
    int near = 0;
    int flat = 0;
    for (int i = 0; i < mean.width() * mean.height(); i++) {
      if (isNear(i, white)) {
        near++;
        flat += isFlat(i) ? 1 : 0;
      }
    }
    double share = tintOd(white) > TINT_OD ? FLAT_SHARE_WHERE_TINTED : FLAT_SHARE;
    return flat >= LEAST_FLAT_SQUARES && flat >= share * near;
  }

  /** Returns by how much more green is missing than of red and blue on average. */
  static double tintOd(WhitePoint white) {
    return 0.5 * (Math.log10(white.red()) + Math.log10(white.blue())) - Math.log10(white.green());
  }

  private boolean isNear(int square, WhitePoint white) {
    return isNear(level(mean, 3 * square), white.red())
        && isNear(level(mean, 3 * square + 1), white.green())
        && isNear(level(mean, 3 * square + 2), white.blue());
  }

  private static boolean isNear(int level, double white) {
    return Math.abs(Math.log10(Math.max(1, level) / white)) <= NEAR_OD;
  }

  private boolean isFlat(int square) {
    for (int p = 3 * square; p < 3 * square + 3; p++) {
      if (Math.abs(level(palest, p) - level(mean, p)) > MOST_TEXTURE_LEVELS) {
        return false;
      }
    }
    return true;
  }

  private static int level(RgbImage image, int at) {
    return image.rgb()[at] & 0xff;
  }
}
