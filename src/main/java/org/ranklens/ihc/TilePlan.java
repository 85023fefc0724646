package org.ranklens.ihc;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.TileFrame;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.Level;

/** Cuts a slide into tiles, row by row; tiles without tissue are left out. */
final class TilePlan {

  private static final double BIN_MICRONS = 0.5;

  private TilePlan() {}

  /** Returns the grid of bins of about 0.5 micrometres, a whole number of pixels each. */
  static CellGrid grid(Level full, double pixelSizeMicrons) {
    int bin = (int) Math.max(1, Math.round(BIN_MICRONS / pixelSizeMicrons));
    return new CellGrid(full.width() / bin, full.height() / bin, bin, bin * pixelSizeMicrons);
  }

  /**
   * Cuts a slide.
   *
   * @param edge of a tile, in bins
   */
  static List<Tile> of(CellGrid grid, TissueMask tissue, int edge) {
    int bin = grid.bin();
    List<Tile> tiles = new ArrayList<>();
    for (int y = 0, row = 0; y < grid.height(); y += edge, row++) {
      for (int x = 0, column = 0; x < grid.width(); x += edge, column++) {
        int x1 = Math.min(grid.width(), x + edge);
        int y1 = Math.min(grid.height(), y + edge);
        if (tissue.touches(
            (double) x * bin, (double) y * bin, (double) (x1 - x) * bin, (double) (y1 - y) * bin)) {
          tiles.add(new Tile(row, column, new TileFrame.Core(x, y, x1, y1)));
        }
      }
    }
    return tiles;
  }
}
