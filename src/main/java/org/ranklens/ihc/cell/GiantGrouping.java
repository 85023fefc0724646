package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which nuclei share a cytoplasm: of all groups of the tree without overlap those whose
 * scores, weighed by their nuclei, sum up highest.
 */
final class GiantGrouping {

  /** Pairs less likely than this join nothing. */
  private static final double LEAST_PAIR_SCORE = -6;

  /** Nuclei in a row are a sheet or a strand: 99 of 100 true giant cells have 0.62 and more. */
  private static final double LEAST_ROUNDNESS = 0.6;

  private static final LearnedScore PAIR_SCORE =
      LearnedScore.shipped("giant-pairs.txt", PairFeature.class);
  private static final LearnedScore GROUP_SCORE =
      LearnedScore.shipped("giant-groups.txt", GroupFeature.class);

  private GiantGrouping() {}

  /** Returns the nuclei of each giant cell. */
  static List<int[]> groups(NucleusScene scene, CellSettings settings) {
    TileFrame frame = scene.frame();
    double reach = frame.pixels(settings.giantEdgeMicrons());
    NucleusGrid grid = new NucleusGrid(scene.nuclei(), reach);
    List<GroupTree.Node> nodes = GroupTree.of(scene, grid, reach, LEAST_PAIR_SCORE, PAIR_SCORE);
    GroupFeatures features = new GroupFeatures(scene, grid);
    double[] outward = outward(nodes);
    double[] own = new double[nodes.size()];
    double[] best = new double[nodes.size()];
    double mostExtent = frame.pixels(settings.giantMaxExtentMicrons());
    for (int i = 0; i < own.length; i++) {
      GroupTree.Node node = nodes.get(i);
      if (node.members().length >= settings.giantMinNuclei()
          && extent(scene.nuclei(), node.members()) <= mostExtent) {
        double[] values = features.of(node, outward[i]);
        if (GroupFeatures.roundness(values) >= LEAST_ROUNDNESS) {
          own[i] = node.members().length * GROUP_SCORE.of(values);
        }
      }
      double children = node.left() < 0 ? 0 : best[node.left()] + best[node.right()];
      best[i] = Math.max(Math.max(0, own[i]), children);
    }
    return chosen(nodes, own, best);
  }

  private static List<int[]> chosen(List<GroupTree.Node> nodes, double[] own, double[] best) {
    boolean[] covered = new boolean[nodes.size()];
    List<int[]> groups = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      GroupTree.Node node = nodes.get(i);
      if (!covered[i] && own[i] > 0 && own[i] >= best[i]) {
        groups.add(node.members());
        covered[i] = true;
      }
      if (covered[i] && node.left() >= 0) {
        covered[node.left()] = true;
        covered[node.right()] = true;
      }
    }
    return groups;
  }

  static double[] outward(List<GroupTree.Node> nodes) {
    double[] outward = new double[nodes.size()];
    java.util.Arrays.fill(outward, LEAST_PAIR_SCORE);
    for (GroupTree.Node node : nodes) {
      if (node.left() >= 0) {
        outward[node.left()] = node.weakest();
        outward[node.right()] = node.weakest();
      }
    }
    return outward;
  }

  static double extent(Nuclei nuclei, int[] group) {
    double extent = 0;
    for (int a : group) {
      for (int b : group) {
        extent = Math.max(extent, Neighbours.distance(nuclei, a, b));
      }
    }
    return extent;
  }
}
