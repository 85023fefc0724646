package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the tiles of a Ventana slide lie in it: those of an area from its corner on by equal steps,
 * as OpenSlide places them.
 *
 * @param areas that were scanned; at least one
 * @param unscanned how many more were marked for it
 * @param stepX from a tile to its right neighbour, in pixels of level 0
 * @param stepY from a tile to its lower neighbour
 * @param rangeX how far the overlaps of single tiles lie apart from left to right
 * @param rangeY how far they lie apart from top to bottom
 */
record BifMosaic(
    List<BifArea> areas, int unscanned, double stepX, double stepY, double rangeX, double rangeY) {

  /** Below a pixel's half no place is another. */
  private static final double EPSILON = 1e-6;

  /** Returns the width of a level in which all tiles have room. */
  long width(double downsample, int tileWidth) {
    double right = 0;
    for (BifArea area : areas) {
      right = Math.max(right, area.x() + (area.columns() - 1) * stepX + tileWidth);
    }
    return (long) Math.ceil(right / downsample - EPSILON);
  }

  /** Returns the height of a level in which all tiles have room. */
  long height(double downsample, int tileHeight) {
    double bottom = 0;
    for (BifArea area : areas) {
      bottom = Math.max(bottom, area.y() + (area.rows() - 1) * stepY + tileHeight);
    }
    return (long) Math.ceil(bottom / downsample - EPSILON);
  }

  /** Returns whether two areas show the same place. */
  boolean areasOverlap(TiffImage image) {
    for (int i = 0; i < areas.size(); i++) {
      for (int k = 0; k < areas.size(); k++) {
        if (i != k && overlap(areas.get(i), areas.get(k), image)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean overlap(BifArea one, BifArea other, TiffImage image) {
    double wide = (one.columns() - 1) * stepX + image.tileWidth();
    double high = (one.rows() - 1) * stepY + image.tileHeight();
    return other.x() >= one.x()
        && other.x() < one.x() + wide
        && other.y() < one.y() + high
        && one.y() < other.y() + (other.rows() - 1) * stepY + image.tileHeight();
  }

  List<String> remarks(TiffImage image) {
    List<String> remarks = new ArrayList<>();
    String overlaps =
        String.format(
            Locale.ROOT,
            "its tiles overlap by %.2f x %.2f pixels in the mean, by which all are placed",
            image.tileWidth() - stepX,
            image.tileHeight() - stepY);
    remarks.add(
        rangeX < 1 && rangeY < 1
            ? overlaps
            : overlaps
                + String.format(
                    Locale.ROOT,
                    "; those of single tiles differ by up to %.0f x %.0f",
                    rangeX,
                    rangeY));
    if (areas.size() > 1) {
      remarks.add(
          "its %s scanned areas lie in one field, with white between them".formatted(areas.size()));
    }
    if (unscanned > 0) {
      remarks.add("of its areas %s were marked but not scanned".formatted(unscanned));
    }
    return remarks;
  }
}
