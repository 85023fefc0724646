package org.ranklens.ihc.cell;

/**
 * Finds ink of a marker pen: large areas of a colour that no mixture of haematoxylin and DAB has,
 * or of black. Small coloured spots are left to the residual of each cell.
 */
final class PenFinder {

  private static final double LEAST_GREEN_MM2 = 0.01;
  private static final double LEAST_OTHER_MM2 = 0.05;

  /** Ink fades at its edge. */
  private static final int RIM_SQUARES = 2;

  private PenFinder() {}

  static boolean[] find(SlideOverview overview, SquareOd mean, SquareOd palest) {
    int columns = overview.columns();
    int squares = mean.length().length;
    boolean[] green = SquareGroups.where(squares, i -> isGreen(mean, i));
    boolean[] other =
        SquareGroups.where(
            squares, i -> isBlue(mean, palest, i) || isRed(mean, i) || isBlack(palest, i));
    boolean[] large =
        SquareGroups.or(
            atLeast(green, columns, overview.squares(LEAST_GREEN_MM2)),
            atLeast(other, columns, overview.squares(LEAST_OTHER_MM2)));
    return SquareGroups.grown(large, columns, RIM_SQUARES);
  }

  private static boolean[] atLeast(boolean[] in, int columns, double squares) {
    return SquareGroups.keep(in, columns, group -> group.length >= squares);
  }

  private static boolean isGreen(SquareOd od, int i) {
    return od.length()[i] >= 0.3 && od.residualShare(i) > 0.28;
  }

  /** Haematoxylin is nearly as blue, but leaves pale gaps between nuclei. */
  private static boolean isBlue(SquareOd od, SquareOd palest, int i) {
    return od.length()[i] >= 0.8
        && palest.length()[i] >= 0.5
        && od.dabShare(i) < 0.05
        && od.residualShare(i) > 0.08;
  }

  /** Red, orange or yellow: pink beyond eosin, or beyond DAB on the side away from blue. */
  private static boolean isRed(SquareOd od, int i) {
    boolean red =
        od.length()[i] >= 0.7 && od.residualShare(i) < -0.2 && od.hematoxylinShare(i) < 0.2;
    return red || (od.length()[i] >= 0.35 && od.hematoxylinShare(i) < -0.3);
  }

  /** Black without a pale spot. */
  static boolean isBlack(SquareOd palest, int i) {
    return palest.least(i) >= 0.7;
  }
}
