package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Parts nodes that are no nucleus as a whole: dumbbells, clumps, rings. Which waists part nuclei is
 * chosen as the nodes are, by dynamic programming over the tree of waists.
 */
final class NucleusSplits {

  private static final double MOST_AREA_UM2 = 1300;

  /** A node that reaches further becomes no nucleus, nor is it parted. */
  static final double MOST_EXTENT_MICRONS = 55;

  private static final double HOLE_UM2 = 12;

  /** A waist that is narrower by less is the raggedness of pixels. */
  private static final double LEAST_WAIST_MICRONS = 0.25;

  /** A node that fills its ellipse this well is left whole. */
  private static final double WHOLE_FILL = 0.93;

  /** Parts have to be better than the whole by this much. */
  private static final double PENALTY = 0.97;

  /** Neighbouring thresholds part alike. */
  private static final int EVERY_LEVEL = 1;

  /** Below this a contour is texture; optical density per micrometre. */
  private static final double LEAST_GRADIENT = 0.05;

  private final ComponentTree tree;
  private final float[] gradient;
  private final TileFrame frame;
  private final NucleusWorth worth;

  NucleusSplits(ComponentTree tree, float[] gradient, TileFrame frame, NucleusWorth worth) {
    this.tree = tree;
    this.gradient = gradient;
    this.frame = frame;
    this.worth = worth;
  }

  /** Returns the worth of the best parts, 0 where they can hardly be worth {@code toBeat}. */
  double worth(int node, double toBeat) {
    NodeSums sums = tree.sums();
    double steepness = sums.contourGradient(node);
    if (sums.level(node) % EVERY_LEVEL != 0
        || steepness < LEAST_GRADIENT * frame.pixelSizeMicrons()
        || worth.most(sums.area(node), steepness) < toBeat
        || sums.ellipse(node).fill() >= WHOLE_FILL) {
      return 0;
    }
    return best(node).worth();
  }

  /** Returns whether a node is small enough for what becomes of it to depend on nothing far. */
  boolean bounded(int node) {
    NodeSums sums = tree.sums();
    return worth.large(sums.area(node))
        && frame.areaUm2(sums.area(node)) <= MOST_AREA_UM2
        && sums.extent(node) <= frame.pixels(MOST_EXTENT_MICRONS);
  }

  /** Returns the best way to part a node; the whole, its holes filled, is one of them. */
  Parts best(int node) {
    Patch patch = Patch.of(tree, node, frame, (int) (HOLE_UM2 / frame.areaUm2(1)));
    Basins basins = Basins.of(patch, patch.fifthsToOutside());
    PartSums sums = PartSums.of(patch, basins, gradient, tree.width(), frame);
    int nodes = basins.nodes();
    double[] own = new double[nodes];
    double[] children = new double[nodes];
    int leastDepth = (int) Math.ceil(5 * frame.pixels(LEAST_WAIST_MICRONS));
    for (int i = 0; i < nodes; i++) {
      own[i] = worth.of(sums.ellipse(i), sums.contourGradient(i));
      if (i >= basins.leaves() && basins.waistDepth(i) < leastDepth) {
        children[i] = 0;
      }
      int parent = basins.parent(i);
      if (parent >= 0) {
        children[parent] += Math.max(own[i], PENALTY * children[i]);
      }
    }
    int[] part = new int[nodes];
    Arrays.fill(part, -1);
    double sum = 0;
    for (int i = nodes - 1; i >= 0; i--) {
      int parent = basins.parent(i);
      if (parent >= 0 && part[parent] >= 0) {
        part[i] = part[parent];
      } else if (own[i] > 0 && own[i] >= PENALTY * children[i]) {
        part[i] = i;
        sum += own[i];
      }
    }
    boolean whole = part[nodes - 1] >= 0;
    return new Parts(patch, basins, sums, part, whole ? sum : PENALTY * sum);
  }

  /** Returns a node as one part, its holes filled. */
  Parts whole(int node) {
    Patch patch = Patch.of(tree, node, frame, (int) (HOLE_UM2 / frame.areaUm2(1)));
    Basins basins = Basins.of(patch, patch.fifthsToOutside());
    PartSums sums = PartSums.of(patch, basins, gradient, tree.width(), frame);
    int[] part = new int[basins.nodes()];
    Arrays.fill(part, basins.nodes() - 1);
    return new Parts(patch, basins, sums, part, 0);
  }
}
