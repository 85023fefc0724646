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

    /** Returns the indices of its nuclei, rising. */
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

  /** Returns the nodes, children before parents; pairs below {@code leastScore} join nothing. */
  static List<Node> of(
      NucleusScene scene,
      NucleusGrid grid,
      double reachPixels,
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
    return joined(scene.nuclei(), pairs);
  }

  private static List<Node> joined(Nuclei nuclei, List<Scored> pairs) {
    List<Node> nodes = new ArrayList<>();
    int[] top = new int[nuclei.count()];
    for (int i = 0; i < top.length; i++) {
      nodes.add(new Node(new int[] {i}, -1, -1, Double.POSITIVE_INFINITY, 0));
      top[i] = i;
    }
    for (Scored scored : pairs) {
      int a = top[scored.pair().a()];
      int b = top[scored.pair().b()];
      if (a == b) {
        continue;
      }
      int[] members = merged(nodes.get(a).members(), nodes.get(b).members());
      Node one = nodes.get(a);
      Node two = nodes.get(b);
      double sum =
          one.meanPairScore() * (one.members().length - 1)
              + two.meanPairScore() * (two.members().length - 1)
              + scored.score();
      nodes.add(new Node(members, a, b, scored.score(), sum / (members.length - 1)));
      for (int member : members) {
        top[member] = nodes.size() - 1;
      }
    }
    return nodes;
  }

  private static int[] merged(int[] a, int[] b) {
    return java.util.stream.IntStream.concat(java.util.Arrays.stream(a), java.util.Arrays.stream(b))
        .sorted()
        .toArray();
  }
}
