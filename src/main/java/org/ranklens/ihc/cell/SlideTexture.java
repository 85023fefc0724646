package org.ranklens.ihc.cell;

/**
 * How a slide's stain and picture are at small, found once per slide.
 *
 * @param grain how granular the stain is, 0 (smooth) to 1
 * @param compression logarithm of how many times as much colour changes across the blocks of JPEG
 *     as within them; 0 where it was not compressed so
 * @param inner how far the inside of a stained cell lies above its ring, read as if smooth: median
 *     of {@link ReadingFeature#INNER}
 */
public record SlideTexture(double grain, double compression, double inner) {

  public SlideTexture {
    if (!(grain >= 0 && grain <= 1)) {
      throw new IllegalArgumentException("grain is 0 to 1, not " + grain);
    }
    if (!Double.isFinite(compression) || !Double.isFinite(inner)) {
      throw new IllegalArgumentException("no texture: " + compression + ", " + inner);
    }
  }

  /** Returns that of an even, sharp picture with so much grain. */
  public static SlideTexture ofGrain(double grain) {
    return new SlideTexture(grain, 0, 0);
  }
}
