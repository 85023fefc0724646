package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the nodes of a component tree that are nuclei, whole or in parts: of all choices without
 * overlap the one of the highest worth, by dynamic programming from the leaves down.
 */
final class NucleusChoice {

  /**
   * A chosen node.
   *
   * @param node its number
   * @param whole whether it is one nucleus; else its parts are
   */
  record Chosen(int node, boolean whole) {}

  private static final double FINENESS = 1 << 20;

  private NucleusChoice() {}

  /** Chooses among the nodes that are asked for. */
  static List<Chosen> of(NodeSums sums, boolean[] asked, NucleusWorth worth, NucleusSplits splits) {
    int nodes = sums.count();
    double[] whole = new double[nodes];
    double[] parts = new double[nodes];
    double[] children = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      if (!asked[node]) {
        continue;
      }
      whole[node] = exact(worth.of(sums.ellipse(node), sums.contourGradient(node)));
      parts[node] = exact(splits.worth(node, Math.max(whole[node], children[node])));
      if (sums.parent(node) >= 0) {
        children[sums.parent(node)] += Math.max(children[node], Math.max(whole[node], parts[node]));
      }
    }
    return chosen(sums, whole, parts, children);
  }

  /**
   * Rounds, so that sums of it are exact and their order, which is another in every tile, tells
   * nothing.
   */
  private static double exact(double worth) {
    return Math.rint(worth * FINENESS) / FINENESS;
  }

  private static List<Chosen> chosen(
      NodeSums sums, double[] whole, double[] parts, double[] children) {
    boolean[] covered = new boolean[sums.count()];
    List<Chosen> chosen = new ArrayList<>();
    for (int node = covered.length - 1; node >= 0; node--) {
      int parent = sums.parent(node);
      covered[node] = parent >= 0 && covered[parent];
      double own = Math.max(whole[node], parts[node]);
      if (!covered[node] && own > 0 && own >= children[node]) {
        chosen.add(new Chosen(node, whole[node] >= parts[node]));
        covered[node] = true;
      }
    }
    return chosen;
  }
}
