package org.ranklens.ihc.cell;

/**
 * The grid of bins that the cells of a slide are found on. It begins at the slide's corner, so that
 * no tiling moves it.
 *
 * @param width whole bins across
 * @param height whole bins down
 * @param bin level-0 pixels per bin, at least 1
 * @param pixelSizeMicrons edge of a bin (not of a level-0 pixel)
 */
public record CellGrid(int width, int height, int bin, double pixelSizeMicrons) {

  /** Returns an area grown by a margin, within the slide. */
  TileFrame.Core grown(TileFrame.Core area, double marginMicrons) {
    int margin = (int) Math.ceil(marginMicrons / pixelSizeMicrons);
    return new TileFrame.Core(
        Math.max(0, area.x0() - margin),
        Math.max(0, area.y0() - margin),
        Math.min(width, area.x1() + margin),
        Math.min(height, area.y1() + margin));
  }

  /** Returns an area without its margin, but for sides where the slide ends. */
  TileFrame.Core shrunk(TileFrame.Core area, double marginMicrons) {
    int margin = (int) Math.ceil(marginMicrons / pixelSizeMicrons);
    return new TileFrame.Core(
        area.x0() == 0 ? 0 : area.x0() + margin,
        area.y0() == 0 ? 0 : area.y0() + margin,
        area.x1() == width ? width : area.x1() - margin,
        area.y1() == height ? height : area.y1() - margin);
  }

  TileFrame frame(TileFrame.Core area, TileFrame.Core core) {
    return new TileFrame(area.x0(), area.y0(), core, bin, pixelSizeMicrons);
  }
}
