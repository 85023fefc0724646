package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainImages;

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
    boolean[] green = new boolean[mean.squares()];
    boolean[] other = new boolean[green.length];
    mean.stains(
        (first, stains) -> {
          for (int i = 0; i < stains.dabOd().length; i++) {
            Colour colour = Colour.of(mean, stains, first, i);
            green[first + i] = colour.isGreen();
            other[first + i] =
                colour.isRed()
                    || (colour.isBlue() && palest.length(first + i) >= 0.5)
                    || isBlack(palest, first + i);
          }
        });
    boolean[] large =
        SquareGroups.or(
            atLeast(green, columns, overview.squares(LEAST_GREEN_MM2)),
            atLeast(other, columns, overview.squares(LEAST_OTHER_MM2)));
    return SquareGroups.grown(large, columns, RIM_SQUARES);
  }

  private static boolean[] atLeast(boolean[] in, int columns, double squares) {
    return SquareGroups.keep(in, columns, group -> group.length >= squares);
  }

  /**
   * What a square's density is of.
   *
   * @param length of the densities in red, green and blue as a vector
   * @param hematoxylin the share of haematoxylin; below 0 beyond DAB's colour
   * @param dab the share of DAB; below 0 beyond haematoxylin's colour
   * @param residual the share along neither stain; above 0 is green, below 0 pink
   */
  private record Colour(float length, float hematoxylin, float dab, float residual) {

    static Colour of(SquareOd od, StainImages stains, int first, int i) {
      float length = od.length(first + i);
      return new Colour(
          length,
          stains.hematoxylinOd()[i] / length,
          stains.dabOd()[i] / length,
          stains.residualOd()[i] / length);
    }

    boolean isGreen() {
      return length >= 0.3 && residual > 0.28;
    }

    /** Haematoxylin is nearly as blue, but leaves pale gaps between nuclei. */
    boolean isBlue() {
      return length >= 0.8 && dab < 0.05 && residual > 0.08;
    }

    /** Red, orange or yellow: pink beyond eosin, or beyond DAB on the side away from blue. */
    boolean isRed() {
      boolean red = length >= 0.7 && residual < -0.2 && hematoxylin < 0.2;
      return red || (length >= 0.35 && hematoxylin < -0.3);
    }
  }

  /** Black without a pale spot. */
  static boolean isBlack(SquareOd palest, int i) {
    return palest.least(i) >= 0.7;
  }
}
