package org.ranklens.ihc;

import java.util.Locale;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.Slide;

/** The edge of a slide's pixels, or a refusal: without it nothing has a size. */
final class PixelSize {

  private static final double LEAST_MICRONS = 0.1;
  private static final double MOST_MICRONS = 2;

  private PixelSize() {}

  static double micronsOf(Slide slide) throws RefusedException {
    OptionalDouble size = slide.pixelSizeMicrons();
    if (size.isEmpty()) {
      throw new RefusedException(
          "the pixel size is not known",
          slide.name(),
          "",
          "give it in micrometres with --pixel-size-um");
    }
    double microns = size.getAsDouble();
    if (!(microns >= LEAST_MICRONS && microns <= MOST_MICRONS)) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "a pixel size of %.4g micrometres is outside of %.1f to %.0f",
              microns,
              LEAST_MICRONS,
              MOST_MICRONS),
          slide.name(),
          "",
          "give the true one with --pixel-size-um");
    }
    return microns;
  }
}
