package org.ranklens.ihc.slide;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Where the tiles of a level lie in it. */
sealed interface TileLayout permits SideBySide, BifLayout {

  /**
   * A part of a tile that is shown.
   *
   * @param column the tile's, as it is stored
   * @param row the tile's, as it is stored
   * @param tileX where the part begins in its tile
   * @param tileY where the part begins in its tile
   * @param x where it lies in the level
   * @param y where it lies in the level
   * @param width in pixels
   * @param height in pixels
   */
  record Part(int column, int row, int tileX, int tileY, int x, int y, int width, int height) {

    /** Returns what of it lies within a region; a width or height below 1 where nothing does. */
    Part within(Region region) {
      int left = Math.max(x, region.x());
      int top = Math.max(y, region.y());
      int right = Math.min(x + width, region.x() + region.width());
      int bottom = Math.min(y + height, region.y() + region.height());
      return new Part(
          column, row, tileX + left - x, tileY + top - y, left, top, right - left, bottom - top);
    }

    boolean isOfTileOf(Part other) {
      return column == other.column && row == other.row;
    }

    /** Returns what of it lies within some rows of its tile, counted from the first of them. */
    Part inRows(int first, int rows) {
      int from = Math.max(tileY, first);
      int to = Math.min(tileY + height, first + rows);
      return new Part(column, row, tileX, from - first, x, y + from - tileY, width, to - from);
    }

    boolean isSomething() {
      return width > 0 && height > 0;
    }

    /** Fills its place in the picture of a region, within which it lies. */
    void fill(Region region, RgbImage target, byte value) {
      for (int line = 0; line < height; line++) {
        int from = 3 * ((y - region.y() + line) * target.width() + x - region.x());
        Arrays.fill(target.rgb(), from, from + 3 * width, value);
      }
    }

    /** Copies it from its tile into the picture of a region, within which it lies. */
    void copy(TilePixels tile, Region region, RgbImage target) {
      // A tile that was cut to what lies within the image may be smaller than the others.
      int wide = Math.min(width, tile.width() - tileX);
      int high = Math.min(height, tile.height() - tileY);
      if (wide < width || high < height) {
        fill(region, target, (byte) 0);
      }
      if (wide > 0 && high > 0) {
        tile.copyTo(tileX, tileY, target, x - region.x(), y - region.y(), wide, high);
      }
    }
  }

  /**
   * Returns what makes up a region, in the order in which it is drawn; mostly those of one tile
   * stand together.
   */
  List<Part> parts(Region region);

  /** Returns the numbers of the tiles that are shown, as they are stored. */
  IntStream tiles();

  /** Returns whether there may be pixels that no tile has. */
  boolean hasGaps();
}
