package org.ranklens.ihc.cell;

/**
 * Where the pixels that cells are found in lie on the slide. These pixels are bins of level-0
 * pixels, about 0.5 micrometres wide; positions on the slide are counted in bins from its upper
 * left corner.
 *
 * @param x column of the first pixel
 * @param y row of the first pixel
 * @param core the part whose cells are told; the rest is looked at for their sake
 * @param bin level-0 pixels per pixel, at least 1
 * @param pixelSizeMicrons edge of a pixel (not of a level-0 pixel)
 */
public record TileFrame(int x, int y, Core core, int bin, double pixelSizeMicrons) {

  /**
   * A rectangle in bins of the slide: {@code x0 <= x < x1}, {@code y0 <= y < y1}.
   *
   * @param x0 left edge
   * @param y0 upper edge
   * @param x1 right edge, not part of it
   * @param y1 lower edge, not part of it
   */
  public record Core(int x0, int y0, int x1, int y1) {

    boolean holds(double x, double y) {
      return x >= x0 && x < x1 && y >= y0 && y < y1;
    }

    boolean meets(Core other) {
      return x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1;
    }

    boolean covers(Core other) {
      return x0 <= other.x0 && y0 <= other.y0 && x1 >= other.x1 && y1 >= other.y1;
    }

    /** Returns the smallest rectangle around both. */
    public Core and(Core other) {
      return new Core(
          Math.min(x0, other.x0),
          Math.min(y0, other.y0),
          Math.max(x1, other.x1),
          Math.max(y1, other.y1));
    }

    public long pixels() {
      return (long) width() * height();
    }

    int width() {
      return x1 - x0;
    }

    int height() {
      return y1 - y0;
    }
  }

  public TileFrame {
    if (x < 0 || y < 0 || bin < 1 || !(pixelSizeMicrons > 0)) {
      throw new IllegalArgumentException("no frame: " + x + " " + y + " " + bin);
    }
  }

  double areaUm2(double pixels) {
    return pixels * pixelSizeMicrons * pixelSizeMicrons;
  }

  double pixels(double microns) {
    return microns / pixelSizeMicrons;
  }
}
