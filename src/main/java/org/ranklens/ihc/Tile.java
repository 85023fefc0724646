package org.ranklens.ihc;

import org.ranklens.ihc.cell.TileFrame;

/**
 * A square of the slide; what is found in it belongs to it alone.
 *
 * @param row which row of tiles it is in
 * @param column which column of tiles
 * @param core its place in bins
 */
record Tile(int row, int column, TileFrame.Core core) {}
