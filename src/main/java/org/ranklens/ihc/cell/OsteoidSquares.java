package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * Finds osteoid on an overview: pale pink areas larger than red cells. Pink is what neither
 * haematoxylin nor DAB has, on the side away from green.
 */
public final class OsteoidSquares {

  private static final double SIGMA_SQUARES = 1;
  private static final double LEAST_PINK_SHARE = 0.1;
  private static final double LEAST_PINK_OD = 0.025;
  private static final double LEAST_LENGTH_OD = 0.12;
  private static final double LEAST_MM2 = 0.0008;

  private OsteoidSquares() {}

  /** Returns which squares are osteoid, row by row. */
  public static boolean[] find(
      SlideOverview overview, TissueMask tissue, WhitePoint white, StainMatrix stains) {
    int columns = overview.columns();
    int rows = overview.rows();
    SquareOd od = SquareOd.of(overview.mean(), white, stains);
    float[] residual = GaussianFilter.of(od.residual(), columns, rows, SIGMA_SQUARES);
    float[] length = GaussianFilter.of(od.plane(od::length), columns, rows, SIGMA_SQUARES);
    boolean[] pink =
        SquareGroups.where(
            length.length,
            i ->
                length[i] >= LEAST_LENGTH_OD
                    && -residual[i] >= LEAST_PINK_OD
                    && -residual[i] >= LEAST_PINK_SHARE * length[i]
                    && tissue.isTissue(i % columns, Math.floorDiv(i, columns)));
    boolean[] closed = SquareGroups.shrunk(SquareGroups.grown(pink, columns, 1), columns, 1);
    return SquareGroups.keep(closed, columns, group -> group.length >= overview.squares(LEAST_MM2));
  }
}
