package org.ranklens.report.figure;

import org.ranklens.ihc.slide.Level;

/**
 * How large the picture of a whole slide is.
 *
 * @param perPixel pixels of the picture per level-0 pixel, at most 1
 * @param width in pixels
 * @param height in pixels
 */
record OverviewScale(double perPixel, int width, int height) {

  private static final int LONG_EDGE = 1400;

  static OverviewScale of(Level full) {
    double scale = Math.min(1.0, (double) LONG_EDGE / Math.max(full.width(), full.height()));
    return new OverviewScale(
        scale,
        (int) Math.max(1, Math.round(full.width() * scale)),
        (int) Math.max(1, Math.round(full.height() * scale)));
  }
}
