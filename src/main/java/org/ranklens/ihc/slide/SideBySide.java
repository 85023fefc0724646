package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tiles without gaps and overlaps: a plain TIFF.
 *
 * @param image whose tiles they are
 */
record SideBySide(TiffImage image) implements TileLayout {

  @Override
  public List<Part> parts(Region region) {
    int wide = image.tileWidth();
    int high = image.tileHeight();
    List<Part> parts = new ArrayList<>();
    for (int row = region.y() / high; row * high < region.y() + region.height(); row++) {
      for (int column = region.x() / wide; column * wide < region.x() + region.width(); column++) {
        Part whole = new Part(column, row, 0, 0, column * wide, row * high, wide, high);
        parts.add(whole.within(region));
      }
    }
    return parts;
  }

  @Override
  public IntStream tiles() {
    return IntStream.range(0, image.tilesAcross() * image.tilesDown());
  }

  @Override
  public boolean hasGaps() {
    return false;
  }
}
