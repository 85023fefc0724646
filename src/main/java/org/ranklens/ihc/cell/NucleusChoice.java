package org.ranklens.ihc.cell;

/**
 * Chooses the nodes of a component tree that are nuclei: of all choices without overlap the one of
 * the highest worth, by dynamic programming from the leaves down.
 */
final class NucleusChoice {

  private NucleusChoice() {}

  /** Returns for each node the chosen node it lies in, or {@link ComponentTree#NONE}. */
  static int[] chosenNodeOf(NodeSums sums, NucleusWorth worth) {
    int nodes = sums.count();
    double[] own = new double[nodes];
    double[] children = new double[nodes];
    for (int node = nodes - 1; node >= 0; node--) {
      own[node] = worth.of(sums, node);
      if (sums.parent(node) >= 0) {
        children[sums.parent(node)] += Math.max(own[node], children[node]);
      }
    }
    int[] chosen = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      int above = sums.parent(node) < 0 ? ComponentTree.NONE : chosen[sums.parent(node)];
      boolean takes = above == ComponentTree.NONE && own[node] > 0 && own[node] >= children[node];
      chosen[node] = takes ? node : above;
    }
    return chosen;
  }
}
