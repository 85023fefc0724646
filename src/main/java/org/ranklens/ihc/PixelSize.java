package org.ranklens.ihc;

import java.util.Locale;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.slide.SlideFacts;

/** The edge of a slide's pixels, or a refusal: without it nothing has a size. */
public final class PixelSize {

  private static final double LEAST_MICRONS = 0.1;
  private static final double MOST_MICRONS = 2;

  private static final String REMEDY =
      "give it in micrometres, by --pixel-size-um or the manifest's column pixel_size_um";

  private PixelSize() {}

  /** Returns the edge of a level-0 pixel, 0.1 to 2 micrometres. */
  public static double micronsOf(Slide slide) throws RefusedException {
    return micronsOf(slide.facts());
  }

  /** Returns the edge of a level-0 pixel by what a slide says of itself. */
  public static double micronsOf(SlideFacts slide) throws RefusedException {
    OptionalDouble size = slide.pixelSize().microns();
    if (size.isEmpty()) {
      String found = slide.pixelSize().source();
      throw new RefusedException(
          "the pixel size is not known" + (found.isEmpty() ? "" : " (" + found + ")"),
          slide.name(),
          "",
          REMEDY);
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
          REMEDY);
    }
    return microns;
  }
}
