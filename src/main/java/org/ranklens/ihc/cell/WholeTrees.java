package org.ranklens.ihc.cell;

import java.util.List;

/**
 * Small decision trees, all of one depth: where a branch ends early, it goes on with questions
 * whose answers don't matter. Question {@code n} of a tree is followed by {@code 2 n + 1} where the
 * feature is at most the number, else by {@code 2 n + 2}; so the processor has no branch to guess,
 * and walks down several trees at once. It owns its arrays.
 */
final class WholeTrees {

  private final int trees;
  private final int depth;
  private final int questions;
  private final int[] feature;
  private final double[] number;

  /** What the ends of each tree add, from the left. */
  private final double[] ends;

  private WholeTrees(int trees, int depth) {
    this.trees = trees;
    this.depth = depth;
    this.questions = (1 << depth) - 1;
    this.feature = new int[trees * questions];
    this.number = new double[trees * questions];
    this.ends = new double[trees << depth];
  }

  /**
   * A question, or the end of a branch.
   *
   * @param number what the feature is compared with, or what an end adds
   * @param branches where the feature is at most the number, and else; none of an end
   */
  record Node(int feature, double number, List<Node> branches) {

    private int depth() {
      return 1 + branches.stream().mapToInt(Node::depth).max().orElse(-1);
    }

    private Node branch(int which) {
      return branches.isEmpty() ? this : branches.get(which);
    }
  }

  static WholeTrees of(List<Node> roots) {
    int depth = roots.stream().mapToInt(Node::depth).max().orElse(0);
    WholeTrees trees = new WholeTrees(roots.size(), depth);
    for (int tree = 0; tree < roots.size(); tree++) {
      trees.fill(roots.get(tree), tree, 0, depth);
    }
    return trees;
  }

  private void fill(Node node, int tree, int n, int left) {
    if (left == 0) {
      ends[(tree << depth) + n - questions] = node.number();
    } else {
      feature[tree * questions + n] = node.feature();
      number[tree * questions + n] = node.number();
      fill(node.branch(0), tree, 2 * n + 1, left - 1);
      fill(node.branch(1), tree, 2 * n + 2, left - 1);
    }
  }

  /** Adds up what the trees say of some values. */
  double sum(double before, double[] values) {
    double sum = before;
    for (int i = 0; i < trees; i++) {
      sum += one(i, values);
    }
    return sum;
  }

  private double one(int tree, double[] values) {
    int first = tree * questions;
    int n = 0;
    for (int level = 0; level < depth; level++) {
      int at = first + n;
      n = 2 * n + (values[feature[at]] <= number[at] ? 1 : 2);
    }
    return ends[(tree << depth) + n - questions];
  }

  /** Returns the most that the trees could say, whatever those values are that are no numbers. */
  double most(double before, double[] values) {
    double sum = before;
    for (int i = 0; i < trees; i++) {
      sum += most(i, 0, depth, values);
    }
    return sum;
  }

  private double most(int tree, int n, int left, double[] values) {
    int at = n;
    for (int level = left; level > 0; level--) {
      double value = values[feature[tree * questions + at]];
      if (Double.isNaN(value)) {
        return Math.max(
            most(tree, 2 * at + 1, level - 1, values), most(tree, 2 * at + 2, level - 1, values));
      }
      at = 2 * at + (value <= number[tree * questions + at] ? 1 : 2);
    }
    return ends[(tree << depth) + at - questions];
  }
}
