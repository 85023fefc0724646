package org.ranklens.ihc.cell;

/**
 * Finds clumps of black pigment, crystals and dirt: squares without a pale spot that form a clump
 * larger than any nucleus and smaller than a pen's stroke.
 */
final class PigmentFinder {

  private static final double LEAST_MM2 = 0.002;

  private PigmentFinder() {}

  static boolean[] find(SlideOverview overview, SquareOd palest) {
    int columns = overview.columns();
    boolean[] black = SquareGroups.where(palest.squares(), i -> PenFinder.isBlack(palest, i));
    boolean[] clumps =
        SquareGroups.keep(black, columns, group -> group.length >= overview.squares(LEAST_MM2));
    return SquareGroups.grown(clumps, columns, 1);
  }
}
