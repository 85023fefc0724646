package org.ranklens.ihc;

import org.ranklens.ihc.cell.TileFrame;
import org.ranklens.ihc.slide.Region;

/**
 * A square of the slide with its halo.
 *
 * @param row which row of tiles it is in
 * @param frame its place in bins
 * @param read its place in level-0 pixels, halo included
 */
record Tile(int row, TileFrame frame, Region read) {}
