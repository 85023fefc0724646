package org.ranklens.ihc.cell;

/**
 * Finds air bubbles: round places within a closed edge that is darker than its surroundings without
 * a colour, as refraction makes it. No mixture of haematoxylin and DAB is so neutral.
 */
final class BubbleFinder {

  private static final double SURROUNDINGS_SQUARES = 5;
  private static final double LEAST_EDGE_OD = 0.12;
  private static final double MOST_SPREAD = 0.3;
  private static final double LEAST_MM2 = 0.005;
  private static final double LEAST_FILL = 0.85;
  private static final double MOST_ELONGATION = 2.5;

  /** The edge itself, and what was added to close its gaps. */
  private static final int RIM_SQUARES = 3;

  private BubbleFinder() {}

  static boolean[] find(SlideOverview overview, SquareOd mean) {
    int columns = overview.columns();
    boolean[] thick = SquareGroups.grown(edge(overview, mean), columns, 1);
    boolean[] enclosed =
        SquareGroups.keep(
            SquareGroups.enclosed(thick, columns),
            columns,
            group -> {
              Ellipse shape = SquareGroups.shape(group, columns);
              return group.length >= overview.squares(LEAST_MM2)
                  && shape.fill() >= LEAST_FILL
                  && shape.elongation() <= MOST_ELONGATION;
            });
    return SquareGroups.grown(enclosed, columns, RIM_SQUARES);
  }

  private static boolean[] edge(SlideOverview overview, SquareOd mean) {
    float[] red = excess(mean.plane(mean::red), overview);
    float[] green = excess(mean.plane(mean::green), overview);
    float[] blue = excess(mean.plane(mean::blue), overview);
    return SquareGroups.where(
        red.length,
        i -> {
          float least = Math.min(red[i], Math.min(green[i], blue[i]));
          float most = Math.max(red[i], Math.max(green[i], blue[i]));
          return least >= LEAST_EDGE_OD
              && most - least <= MOST_SPREAD * (red[i] + green[i] + blue[i]) / 3;
        });
  }

  /** Returns how much denser than its surroundings a square is; these take at most half of it. */
  private static float[] excess(float[] od, SlideOverview overview) {
    float[] around =
        GaussianFilter.of(od, overview.columns(), overview.rows(), SURROUNDINGS_SQUARES);
    for (int i = 0; i < od.length; i++) {
      around[i] = od[i] - Math.min(around[i], 0.5f * od[i]);
    }
    return around;
  }
}
