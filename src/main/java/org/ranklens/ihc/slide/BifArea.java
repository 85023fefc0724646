package org.ranklens.ihc.slide;

/**
 * A scanned area of a Ventana slide: a grid of tiles, and where its upper left corner lies.
 *
 * @param x in pixels of level 0
 * @param y in pixels of level 0, from the top
 * @param column its first tile's, in the image that holds the tiles of all areas
 * @param row its first tile's, likewise
 * @param columns how many it has
 * @param rows how many it has
 */
record BifArea(long x, long y, int column, int row, int columns, int rows) {

  BifArea moved(long byX, long byY) {
    return new BifArea(x + byX, y + byY, column, row, columns, rows);
  }

  boolean sharesTilesWith(BifArea other) {
    return column < other.column + other.columns
        && other.column < column + columns
        && row < other.row + other.rows
        && other.row < row + rows;
  }
}
