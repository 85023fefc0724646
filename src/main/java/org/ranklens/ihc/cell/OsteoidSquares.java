package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.ranklens.ihc.stain.StainMatrix;
import org.ranklens.ihc.stain.WhitePoint;

/**
 * Finds osteoid on an overview: areas larger than red cells that are pinker than the slide's other
 * tissue. Pink is what neither haematoxylin nor DAB has, on the side away from green: the mean of
 * the square's and of its palest spot's, for the square has less noise and the spot shows what lies
 * between cells.
 *
 * <p>Cores are clearly pinker than the tissue; they reach as far as pink is nearer to theirs than
 * to the tissue's, so that a pale osteoid ends where an eye would end it, too.
 */
public final class OsteoidSquares {

  private static final double SIGMA_SQUARES = 0.7;

  /** Of the squares of tissue so many are less pink than what stands for the slide's tissue. */
  private static final double TISSUE_RANK = 0.4;

  private static final double TIMES_AS_PINK = 2.25;
  private static final double LEAST_PINK_OD = 0.025;

  /** Of the density between cells; stroma off the vectors and saturated DAB have less. */
  private static final double LEAST_PINK_SHARE = 0.15;

  private static final double CORE_PINK_SHARE = 0.17;

  /** Between cells it is pale: denser is DAB whose hue is off, where the camera sees black. */
  private static final double MOST_LENGTH_OD = 0.5;

  private static final double LEAST_MM2 = 0.0008;
  private static final double LEAST_CORE_MM2 = 0.0004;

  /** Of large slides squares are large. */
  private static final int LEAST_CORE_SQUARES = 4;

  private final int columns;
  private final float[] pink;
  private final float[] pinkBetween;
  private final float[] lengthBetween;
  private final boolean[] inTissue;

  private OsteoidSquares(
      SlideOverview overview, TissueMask tissue, WhitePoint white, StainMatrix stains) {
    this.columns = overview.columns();
    int rows = overview.rows();
    SquareOd palest = SquareOd.of(overview.palest(), white, stains);
    pinkBetween = negative(GaussianFilter.of(palest.residual(), columns, rows, SIGMA_SQUARES));
    lengthBetween = GaussianFilter.of(palest.plane(palest::length), columns, rows, SIGMA_SQUARES);
    SquareOd mean = SquareOd.of(overview.mean(), white, stains);
    pink = negative(GaussianFilter.of(mean.residual(), columns, rows, SIGMA_SQUARES));
    for (int i = 0; i < pink.length; i++) {
      pink[i] = (pink[i] + pinkBetween[i]) / 2;
    }
    inTissue =
        SquareGroups.where(
            pink.length, i -> tissue.isTissue(i % columns, Math.floorDiv(i, columns)));
  }

  /** Returns which squares are osteoid, row by row. */
  public static boolean[] find(
      SlideOverview overview, TissueMask tissue, WhitePoint white, StainMatrix stains) {
    return new OsteoidSquares(overview, tissue, white, stains).find(overview);
  }

  private boolean[] find(SlideOverview overview) {
    double ofTissue = ranked(inTissue, TISSUE_RANK);
    double ofCores = Math.max(LEAST_PINK_OD, TIMES_AS_PINK * ofTissue);
    double coreSquares = Math.max(LEAST_CORE_SQUARES, overview.squares(LEAST_CORE_MM2));
    boolean[] cores =
        SquareGroups.keep(
            pinker(ofCores, CORE_PINK_SHARE), columns, group -> group.length >= coreSquares);
    double halfway = (ofTissue + ranked(cores, 0.5)) / 2;
    boolean[] reach = pinker(Math.min(ofCores, halfway), LEAST_PINK_SHARE);
    boolean[] closed = SquareGroups.shrunk(SquareGroups.grown(reach, columns, 1), columns, 1);
    IntPredicate core = i -> cores[i];
    return SquareGroups.keep(
        closed,
        columns,
        group ->
            group.length >= overview.squares(LEAST_MM2) && Arrays.stream(group).anyMatch(core));
  }

  /** Returns where tissue is at least so pink, by itself and for its density between cells. */
  private boolean[] pinker(double leastOd, double leastShare) {
    return SquareGroups.where(
        pink.length,
        i ->
            inTissue[i]
                && pink[i] >= leastOd
                && pinkBetween[i] >= leastShare * lengthBetween[i]
                && lengthBetween[i] <= MOST_LENGTH_OD);
  }

  /** Returns the pink that this share of some squares is below; 0 where there is none. */
  private double ranked(boolean[] squares, double share) {
    float[] values = new float[pink.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (squares[i]) {
        values[count++] = pink[i];
      }
    }
    Arrays.sort(values, 0, count);
    return count == 0 ? 0 : values[(int) (share * (count - 1))];
  }

  private static float[] negative(float[] plane) {
    for (int i = 0; i < plane.length; i++) {
      plane[i] = -plane[i];
    }
    return plane;
  }
}
