package org.ranklens.ihc.cell;

import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * Where a slide has tissue that can be scored, on a coarse grid: squares whose mean optical density
 * over the three channels is above that of glass, artefacts taken out. It owns its arrays.
 */
public final class TissueMask {

  /** Glass with its dust and JPEG noise stays below this mean optical density (base 10). */
  private static final double LEAST_MEAN_OD = 0.02;

  /** Cells at the rim of the tissue still belong to it. */
  private static final int MARGIN_SQUARES = 2;

  /** The edge of ink or pigment is as dark as a fold and as narrow. */
  private static final int EDGE_OF_INK_SQUARES = 2;

  private static final byte NONE = -1;
  private static final List<Artefact> KINDS = List.of(Artefact.values());

  private final int columns;
  private final int rows;
  private final double squarePx;
  private final boolean[] tissue;
  private final boolean[] withMargin;
  private final byte[] artefacts;

  private TissueMask(int columns, int rows, double squarePx, boolean[] tissue, byte[] artefacts) {
    this.columns = columns;
    this.rows = rows;
    this.squarePx = squarePx;
    this.tissue = tissue;
    this.artefacts = artefacts;
    boolean[] grown = SquareGroups.grown(tissue, columns, MARGIN_SQUARES);
    this.withMargin = SquareGroups.where(grown.length, i -> grown[i] && artefacts[i] == NONE);
  }

  /** Finds tissue, and all artefacts but what is out of focus, which an overview does not show. */
  public static TissueMask of(SlideOverview overview, WhitePoint white, StainMatrix vectors) {
    int columns = overview.columns();
    int rows = overview.rows();
    SquareOd mean = SquareOd.of(overview.mean(), white, vectors);
    SquareOd palest = SquareOd.of(overview.palest(), white, vectors);
    boolean[] tissue = tissue(mean, columns, rows);
    byte[] none = new byte[tissue.length];
    java.util.Arrays.fill(none, NONE);
    boolean[] ink = PenFinder.find(overview, mean, palest);
    boolean[] pigment = PigmentFinder.find(overview, palest);
    boolean[] edges =
        SquareGroups.grown(SquareGroups.or(ink, pigment), columns, EDGE_OF_INK_SQUARES);
    boolean[] folds = FoldFinder.find(overview, mean, palest, tissue, SquareGroups.not(edges));
    return new TissueMask(columns, rows, overview.squarePx(), tissue, none)
        .without(Artefact.PEN, ink)
        .without(Artefact.PIGMENT, pigment)
        .without(Artefact.FOLD, folds)
        .without(Artefact.BUBBLE, BubbleFinder.find(overview, mean));
  }

  private static boolean[] tissue(SquareOd mean, int columns, int rows) {
    float[] smooth = GaussianFilter.of(mean.plane(mean::mean), columns, rows, 1);
    return SquareGroups.where(smooth.length, i -> smooth[i] > LEAST_MEAN_OD);
  }

  /**
   * Returns this mask with more taken out; what was taken out for another reason keeps it.
   *
   * @param squares a value per square, row by row
   */
  public TissueMask without(Artefact kind, boolean[] squares) {
    byte[] changed = artefacts.clone();
    boolean[] left = tissue.clone();
    for (int i = 0; i < squares.length; i++) {
      if (squares[i] && changed[i] == NONE) {
        changed[i] = (byte) KINDS.indexOf(kind);
        left[i] = false;
      }
    }
    return new TissueMask(columns, rows, squarePx, left, changed);
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

  /** Returns whether a square is tissue that can be scored. */
  public boolean isTissue(int column, int row) {
    return tissue[row * columns + column];
  }

  /** Returns why a square was taken out, empty where it was not. */
  public Optional<Artefact> artefact(int column, int row) {
    byte kind = artefacts[row * columns + column];
    return kind == NONE ? Optional.empty() : Optional.of(KINDS.get(kind));
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
