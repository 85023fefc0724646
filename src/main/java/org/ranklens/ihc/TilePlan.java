package org.ranklens.ihc;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.ihc.cell.TileFrame;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.Region;

/**
 * Cuts a slide into tiles, row by row; tiles without tissue are left out.
 *
 * <p>Cells are found in bins of level-0 pixels, whose grid begins at the slide's corner, so that
 * the tiling does not move it.
 */
final class TilePlan {

  private static final double BIN_MICRONS = 0.5;

  private TilePlan() {}

  /** Returns how many level-0 pixels make the edge of a bin of about 0.5 micrometres. */
  static int bin(double pixelSizeMicrons) {
    return (int) Math.max(1, Math.round(BIN_MICRONS / pixelSizeMicrons));
  }

  static List<Tile> of(
      Level full, TissueMask tissue, double pixelSizeMicrons, int tileSizePx, double haloMicrons) {
    int bin = bin(pixelSizeMicrons);
    int width = full.width() / bin;
    int height = full.height() / bin;
    int edge = Math.max(1, tileSizePx / bin);
    int halo = (int) Math.ceil(haloMicrons / (bin * pixelSizeMicrons));
    List<Tile> tiles = new ArrayList<>();
    for (int y = 0, row = 0; y < height; y += edge, row++) {
      for (int x = 0; x < width; x += edge) {
        int x1 = Math.min(width, x + edge);
        int y1 = Math.min(height, y + edge);
        if (tissue.touches(
            (double) x * bin, (double) y * bin, (double) (x1 - x) * bin, (double) (y1 - y) * bin)) {
          int left = Math.max(0, x - halo);
          int top = Math.max(0, y - halo);
          int wide = Math.min(width, x1 + halo) - left;
          int high = Math.min(height, y1 + halo) - top;
          TileFrame frame =
              new TileFrame(
                  left, top, new TileFrame.Core(x, y, x1, y1), bin, bin * pixelSizeMicrons);
          Region read = new Region(0, left * bin, top * bin, wide * bin, high * bin);
          tiles.add(new Tile(row, frame, read));
        }
      }
    }
    return tiles;
  }
}
