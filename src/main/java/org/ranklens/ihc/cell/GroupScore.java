package org.ranklens.ihc.cell;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The logarithm of the odds of a group of nuclei being one giant cell: the mean of what its {@link
 * GroupFeature}s tell and of what a network sees in its picture. The one knows the slide, the other
 * what no feature measures; each is wrong on its own where the other is not.
 */
final class GroupScore {

  /** By its features no giant cell: they count alone. */
  private static final double LEAST_LOOKED_AT = -3;

  /** Less likely, or likelier, than these on the usual slide: not looked at, whatever the slide. */
  private static final double LEAST_USUAL = -4;

  private static final double MOST_USUAL = 4;

  /** The network is never taken as surer than this. */
  private static final double MOST_SEEN = 6;

  /** Sums of trees in another order differ by less. */
  private static final double ROUNDING = 1e-6;

  private static final LearnedScore MEASURED =
      LearnedScore.shipped("giant-groups.txt", SlideGroups.names());
  private static final PictureNet NETWORK = PictureNet.shipped("giant-pictures.txt");

  private final GroupFeatures features;
  private final GroupView view;

  GroupScore(NucleusScene scene, NucleusGrid grid) {
    this.features = new GroupFeatures(scene, grid);
    this.view = new GroupView(scene);
  }

  /**
   * Looks at a group of a slide of which nothing is known yet.
   *
   * @param members those of the node's nuclei that are looked at, rising
   * @param outward score of the best pair to a nucleus outside
   */
  GroupLook look(GroupTree.Node node, int[] members, double outward) {
    double[] measured = features.of(node, members, outward);
    return new GroupLook(
        measured, isLookedAt(measured) ? OptionalDouble.of(seen(members)) : OptionalDouble.empty());
  }

  /** Returns the score of a group. */
  static double of(GroupLook look, SlideGroups slide) {
    double measured = MEASURED.of(slide.relative(look.measured()));
    return measured < LEAST_LOOKED_AT || look.seen().isEmpty()
        ? measured
        : both(measured, look.seen().getAsDouble());
  }

  /**
   * Returns the same at once, or negative infinity where it is less than asked for: what costs most
   * is looked at only where the rest leaves it in doubt.
   *
   * @param slide how groups look on it
   * @param least a score that matters, 0 or more
   */
  double of(GroupTree.Node node, int[] members, double outward, SlideGroups slide, double least) {
    double enough = Math.max(LEAST_LOOKED_AT, 2 * least - MOST_SEEN) - ROUNDING;
    Optional<double[]> values =
        features.of(
            node, members, outward, known -> MEASURED.most(slide.relative(known)) >= enough);
    if (values.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    double measured = MEASURED.of(slide.relative(values.get()));
    if (measured < enough) {
      return Double.NEGATIVE_INFINITY;
    }
    return measured >= LEAST_LOOKED_AT && isLookedAt(values.get())
        ? both(measured, seen(members))
        : measured;
  }

  /**
   * Tells by what is known without the slide, since whole slides are looked at before they are
   * known.
   */
  private static boolean isLookedAt(double[] measured) {
    double usual = MEASURED.of(SlideGroups.usual().relative(measured));
    return usual >= LEAST_USUAL && usual <= MOST_USUAL;
  }

  private double seen(int... members) {
    return Math.max(-MOST_SEEN, Math.min(MOST_SEEN, NETWORK.of(view.of(members))));
  }

  private static double both(double measured, double seen) {
    return (measured + seen) / 2;
  }
}
