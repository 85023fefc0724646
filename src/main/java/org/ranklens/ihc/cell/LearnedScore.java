package org.ranklens.ihc.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The logarithm of odds as a sum of slopes (logistic regression) and of small decision trees
 * (Friedman JH. Greedy function approximation: a gradient boosting machine. Ann Stat
 * 2001;29:1189-1232). It owns its arrays.
 *
 * <p>A file of it has a line {@code base NUMBER}; lines {@code slope FEATURE NUMBER FROM TO}, where
 * the feature is held between the two last numbers; then every node of every tree: {@code if
 * FEATURE NUMBER} is followed by the node where the feature is at most the number, then by the
 * other one; {@code add NUMBER} ends a branch. Lines that begin with # are notes.
 */
final class LearnedScore {

  private final List<String> names;
  private final double[] slope;
  private final double[] from;
  private final double[] to;
  private double base;
  private WholeTrees trees = WholeTrees.of(List.of());

  private LearnedScore(List<String> names) {
    this.names = names;
    slope = new double[names.size()];
    from = new double[names.size()];
    to = new double[names.size()];
  }

  /** Reads one that is shipped beside this class. */
  static <E extends Enum<E>> LearnedScore shipped(String name, Class<E> features) {
    return shipped(name, names(features));
  }

  /**
   * Reads one that is shipped beside this class.
   *
   * @param features their names, in the order of their values
   */
  static LearnedScore shipped(String name, List<String> features) {
    try (InputStream in = LearnedScore.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not shipped: " + name);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), features);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <E extends Enum<E>> LearnedScore read(BufferedReader in, Class<E> features)
      throws IOException {
    return read(in, names(features));
  }

  private static <E extends Enum<E>> List<String> names(Class<E> features) {
    return Arrays.stream(features.getEnumConstants()).map(Enum::name).toList();
  }

  private static LearnedScore read(BufferedReader in, List<String> features) throws IOException {
    LearnedScore score = new LearnedScore(features);
    List<WholeTrees.Node> roots = new ArrayList<>();
    for (String[] next = words(in); next.length > 0; next = words(in)) {
      switch (next[0]) {
        case "base" -> score.base = Double.parseDouble(next[1]);
        case "slope" -> {
          int i = score.index(next[1]);
          score.slope[i] = Double.parseDouble(next[2]);
          score.from[i] = Double.parseDouble(next[3]);
          score.to[i] = Double.parseDouble(next[4]);
        }
        default -> roots.add(score.tree(next, in));
      }
    }
    score.trees = WholeTrees.of(roots);
    return score;
  }

  /** Returns the words of the next line that is no note, none at the end. */
  private static String[] words(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && (line.isBlank() || line.startsWith("#"))) {
      line = in.readLine();
    }
    return line == null ? new String[0] : line.strip().split(" +");
  }

  private int index(String name) throws IOException {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IOException("no feature: " + name + ", they are " + names);
    }
    return index;
  }

  private WholeTrees.Node tree(String[] words, BufferedReader in) throws IOException {
    if (words.length == 2 && words[0].equals("add")) {
      return new WholeTrees.Node(0, Double.parseDouble(words[1]), List.of());
    }
    if (words.length == 3 && words[0].equals("if")) {
      int feature = index(words[1]);
      double number = Double.parseDouble(words[2]);
      WholeTrees.Node atMost = tree(words(in), in);
      return new WholeTrees.Node(feature, number, List.of(atMost, tree(words(in), in)));
    }
    throw new IOException("no line of a learned score: " + String.join(" ", words));
  }

  /** Returns the logarithm of the odds. */
  double of(double[] values) {
    double sum = base;
    for (int i = 0; i < slope.length; i++) {
      if (slope[i] != 0) {
        sum += slope[i] * Math.max(from[i], Math.min(to[i], values[i]));
      }
    }
    return trees.sum(sum, values);
  }

  /**
   * Returns the most that {@link #of} could be, whatever those values are that are not a number.
   */
  double most(double[] values) {
    double sum = base;
    for (int i = 0; i < slope.length; i++) {
      if (slope[i] != 0) {
        sum +=
            Double.isNaN(values[i])
                ? Math.max(slope[i] * from[i], slope[i] * to[i])
                : slope[i] * Math.max(from[i], Math.min(to[i], values[i]));
      }
    }
    return trees.most(sum, values);
  }
}
