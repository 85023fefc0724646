package org.ranklens.ihc.cell;

import org.ranklens.ihc.slide.RgbImage;

/**
 * The whole slide as squares of about 8 micrometres.
 *
 * @param mean colour of each square
 * @param palest colour of the palest spot of each square, about 2 micrometres wide: between nuclei
 *     tissue is pale, in a fold it is not
 * @param squarePx edge of a square in level-0 pixels
 * @param squareMicrons edge of a square in micrometres
 */
public record SlideOverview(RgbImage mean, RgbImage palest, double squarePx, double squareMicrons) {

  public SlideOverview {
    if (mean.width() != palest.width() || mean.height() != palest.height()) {
      throw new IllegalArgumentException("an overview's pictures are of one size");
    }
  }

  int columns() {
    return mean.width();
  }

  int rows() {
    return mean.height();
  }

  /** Returns how many squares make an area. */
  double squares(double mm2) {
    return mm2 * 1e6 / (squareMicrons * squareMicrons);
  }
}
