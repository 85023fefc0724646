package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Nuclei joined pair by pair, the likeliest pair first (single linkage): a tree whose nodes are the
 * candidates for giant cells. A node depends on nothing further away than its pairs reach.
 */
final class GroupTree {

  /** A node. It owns its array. */
  static final class Node {
    private final int[] members;
    private final int left;
    private final int right;
    private final double weakest;
    private final double meanPairScore;

    private Node(int[] members, int left, int right, double weakest, double meanPairScore) {
      this.members = members;
      this.left = left;
      this.right = right;
      this.weakest = weakest;
      this.meanPairScore = meanPairScore;
    }

    /** Returns the mean score of the pairs that joined it. */
    double meanPairScore() {
      return meanPairScore;
    }

    /** Returns the indices of its nuclei, rising; none where they are too far apart for a cell. */
    int[] members() {
      return members;
    }

    /** Returns one of the two nodes that it joins, -1 for a single nucleus. */
    int left() {
      return left;
    }

    /** Returns the other one. */
    int right() {
      return right;
    }

    /** Returns the score of the pair that joins them, infinite for a single nucleus. */
    double weakest() {
      return weakest;
    }
  }

  private record Scored(Neighbours.Pair pair, double score) {}

  private GroupTree() {}

  /**
   * Returns the nodes, children before parents.
   *
   * @param leastScore pairs below it join nothing
   * @param mostExtentPixels nodes whose nuclei are further apart are no candidates
   */
  static List<Node> of(
      NucleusScene scene,
      NucleusGrid grid,
      double reachPixels,
      double mostExtentPixels,
      double leastScore,
      LearnedScore pairScore) {
    PairFeatures features = new PairFeatures(scene, grid);
    List<Scored> pairs = new ArrayList<>();
    for (Neighbours.Pair pair : Neighbours.within(scene.nuclei(), grid, reachPixels)) {
      double score = pairScore.of(features.of(pair));
      if (score >= leastScore) {
        pairs.add(new Scored(pair, score));
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Scored s) -> -s.score())
            .thenComparingInt(s -> s.pair().a())
            .thenComparingInt(s -> s.pair().b()));
    return joined(scene.nuclei(), pairs, mostExtentPixels);
  }

  private static List<Node> joined(Nuclei nuclei, List<Scored> pairs, double mostExtentPixels) {
    List<Node> nodes = new ArrayList<>();
    int[] parent = new int[2 * nuclei.count()];
    for (int i = 0; i < nuclei.count(); i++) {
      nodes.add(new Node(new int[] {i}, -1, -1, Double.POSITIVE_INFINITY, 0));
      parent[i] = i;
    }
    for (Scored scored : pairs) {
      int a = top(parent, scored.pair().a());
      int b = top(parent, scored.pair().b());
      if (a == b) {
        continue;
      }
      parent[a] = nodes.size();
      parent[b] = nodes.size();
      parent[nodes.size()] = nodes.size();
      Node one = nodes.get(a);
      Node two = nodes.get(b);
      boolean within =
          one.members.length > 0
              && two.members.length > 0
              && within(nuclei, one.members, two.members, mostExtentPixels);
      int[] members = within ? merged(one.members, two.members) : new int[0];
      double sum =
          one.meanPairScore * (one.members.length - 1)
              + two.meanPairScore * (two.members.length - 1)
              + scored.score();
      nodes.add(new Node(members, a, b, scored.score(), within ? sum / (members.length - 1) : 0));
    }
    return nodes;
  }

  /** Returns the node that none joins so far; the way to it gets shorter. */
  private static int top(int[] parent, int node) {
    int top = node;
    while (parent[top] != top) {
      parent[top] = parent[parent[top]];
      top = parent[top];
    }
    return top;
  }

  private static boolean within(Nuclei nuclei, int[] one, int[] two, double mostPixels) {
    for (int a : one) {
      for (int b : two) {
        if (Neighbours.distance(nuclei, a, b) > mostPixels) {
          return false;
        }
      }
    }
    return true;
  }

  private static int[] merged(int[] a, int[] b) {
    int[] merged = new int[a.length + b.length];
    int i = 0;
    int j = 0;
    for (int to = 0; to < merged.length; to++) {
      merged[to] = j == b.length || (i < a.length && a[i] < b[j]) ? a[i++] : b[j++];
    }
    return merged;
  }
}
