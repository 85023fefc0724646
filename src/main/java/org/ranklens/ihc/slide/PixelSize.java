package org.ranklens.ihc.slide;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The edge of a slide's pixels.
 *
 * @param microns empty where nothing trustworthy tells
 * @param source who says so; where nothing does, what was found instead, and empty for nothing
 */
public record PixelSize(OptionalDouble microns, String source) {

  /** Light microscopy of tissue lies within; 72 dpi is 353 um, vips' 1 mm is 1000 um. */
  private static final double LEAST_MICRONS = 0.02;

  private static final double MOST_MICRONS = 20;

  /** Above this ratio of the edges of a pixel nothing measured in one of them would be true. */
  private static final double MOST_OBLONG = 1.05;

  /** Nothing was found. */
  static PixelSize unknown() {
    return new PixelSize(OptionalDouble.empty(), "");
  }

  /** It can't be told. */
  static PixelSize missing(String why) {
    return new PixelSize(OptionalDouble.empty(), why);
  }

  /** The user gave it. */
  public static PixelSize given(double microns) {
    return new PixelSize(OptionalDouble.of(microns), "as given");
  }

  /**
   * Judges what a file says: what can't be the size of a slide's square pixels counts as absent.
   *
   * @param across micrometres
   * @param down micrometres, or not above 0 where only one is told
   */
  static PixelSize found(double across, double down, String source) {
    if (!(across >= LEAST_MICRONS && across <= MOST_MICRONS)) {
      return new PixelSize(
          OptionalDouble.empty(),
          String.format(Locale.ROOT, "%s says %.4g um, which no slide has", source, across));
    }
    if (down > 0 && Math.max(across / down, down / across) > MOST_OBLONG) {
      return new PixelSize(
          OptionalDouble.empty(),
          String.format(
              Locale.ROOT, "%s says %.4g x %.4g um, which is not square", source, across, down));
    }
    return new PixelSize(OptionalDouble.of(across), source);
  }

  /** Returns this where it is known or the other found nothing at all, else the other. */
  PixelSize or(PixelSize other) {
    boolean nothing = other.microns().isEmpty() && !source.isEmpty();
    return microns.isPresent() || nothing ? this : other;
  }
}
