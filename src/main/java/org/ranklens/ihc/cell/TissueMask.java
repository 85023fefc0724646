package org.ranklens.ihc.cell;

import org.ranklens.ihc.slide.RgbImage;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * Where a slide has tissue, on a coarse grid: squares whose mean optical density over the three
 * channels is above that of glass. It owns its array.
 */
public final class TissueMask {

  /** Glass with its dust and JPEG noise stays below this mean optical density (base 10). */
  private static final double LEAST_MEAN_OD = 0.02;

  /** Cells at the rim of the tissue still belong to it. */
  private static final int MARGIN_SQUARES = 2;

  private final int columns;
  private final int rows;
  private final double squarePx;
  private final boolean[] tissue;
  private final boolean[] withMargin;

  private TissueMask(int columns, int rows, double squarePx, boolean[] tissue) {
    this.columns = columns;
    this.rows = rows;
    this.squarePx = squarePx;
    this.tissue = tissue;
    this.withMargin = grown(tissue, columns, rows, MARGIN_SQUARES);
  }

  /**
   * Finds tissue.
   *
   * @param overview the whole slide
   * @param squarePx level-0 pixels per overview pixel
   */
  public static TissueMask of(RgbImage overview, double squarePx, WhitePoint white) {
    int columns = overview.width();
    int rows = overview.height();
    float[] od = new float[columns * rows];
    byte[] rgb = overview.rgb();
    for (int i = 0; i < od.length; i++) {
      od[i] =
          (float)
              ((density(rgb[3 * i], white.red())
                      + density(rgb[3 * i + 1], white.green())
                      + density(rgb[3 * i + 2], white.blue()))
                  / 3);
    }
    float[] smooth = GaussianFilter.of(od, columns, rows, 1);
    boolean[] tissue = new boolean[od.length];
    for (int i = 0; i < od.length; i++) {
      tissue[i] = smooth[i] > LEAST_MEAN_OD;
    }
    return new TissueMask(columns, rows, squarePx, tissue);
  }

  private static double density(byte level, double white) {
    return -Math.log10(Math.max(1, level & 0xff) / white);
  }

  private static boolean[] grown(boolean[] in, int columns, int rows, int by) {
    boolean[] out = new boolean[in.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        if (in[y * columns + x]) {
          for (int v = Math.max(0, y - by); v <= Math.min(rows - 1, y + by); v++) {
            java.util.Arrays.fill(
                out,
                v * columns + Math.max(0, x - by),
                v * columns + Math.min(columns - 1, x + by) + 1,
                true);
          }
        }
      }
    }
    return out;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** Returns the edge of a square in level-0 pixels. */
  public double squarePx() {
    return squarePx;
  }

  /** Returns whether a square is tissue. */
  public boolean isTissue(int column, int row) {
    return tissue[row * columns + column];
  }

  /** Returns the number of squares of tissue. */
  public int tissueSquares() {
    int count = 0;
    for (boolean t : tissue) {
      count += t ? 1 : 0;
    }
    return count;
  }

  /** Returns whether a level-0 position is in tissue or at its rim. */
  public boolean holds(double xPx, double yPx) {
    int column = Math.min(columns - 1, (int) (xPx / squarePx));
    int row = Math.min(rows - 1, (int) (yPx / squarePx));
    return withMargin[row * columns + column];
  }

  /** Returns whether any of a level-0 rectangle is in tissue or at its rim. */
  public boolean touches(double xPx, double yPx, double widthPx, double heightPx) {
    int x1 = Math.min(columns - 1, (int) ((xPx + widthPx) / squarePx));
    int y1 = Math.min(rows - 1, (int) ((yPx + heightPx) / squarePx));
    for (int row = Math.min(rows - 1, (int) (yPx / squarePx)); row <= y1; row++) {
      for (int column = Math.min(columns - 1, (int) (xPx / squarePx)); column <= x1; column++) {
        if (withMargin[row * columns + column]) {
          return true;
        }
      }
    }
    return false;
  }
}
