package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Says which nuclei share a cytoplasm: of all groups of the tree without overlap those whose
 * scores, weighed by their nuclei, sum up highest.
 */
final class GiantGrouping {

  /** Pairs less likely than this join nothing. */
  private static final double LEAST_PAIR_SCORE = -6;

  /**
   * Joined by pairs less likely than this on average, nuclei are no giant cell. Of 288 giant cells
   * of mosaics (src/accuracy/mosaic.py) 244 get past it, many of few nuclei far apart; past -2.5,
   * 204 did.
   */
  private static final double LEAST_MEAN_PAIR_SCORE = -4;

  /** Nuclei in a row are a sheet or a strand: 99 of 100 true giant cells have 0.62 and more. */
  private static final double LEAST_ROUNDNESS = 0.6;

  /** 99 of 100 nuclei of true giant cells are less unlike their median. */
  private static final double MOST_UNLIKE = 0.7;

  private static final int[] NONE = {};

  private static final LearnedScore PAIR_SCORE =
      LearnedScore.shipped("giant-pairs.txt", PairFeature.class);

  private GiantGrouping() {}

  /**
   * Returns the nuclei of each giant cell.
   *
   * @param slide how groups look on it
   * @param matters whether giant cells of these nuclei, or of some of them, are asked for
   */
  static List<int[]> groups(
      NucleusScene scene, CellSettings settings, SlideGroups slide, Predicate<int[]> matters) {
    NucleusGrid grid = grid(scene, settings);
    List<GroupTree.Node> nodes = nodes(scene, grid, settings, PAIR_SCORE);
    GroupScore score = new GroupScore(scene, grid);
    double[] outward = outward(nodes);
    boolean[] asked = asked(nodes, matters);
    List<int[]> alike = new ArrayList<>();
    for (int i = 0; i < asked.length; i++) {
      alike.add(asked[i] ? candidate(nodes.get(i), scene, settings) : NONE);
    }
    return best(
        nodes, alike, (i, least) -> score.of(nodes.get(i), alike.get(i), outward[i], slide, least));
  }

  /**
   * Returns the same of an area that was looked at before, empty where a group's look is not known.
   *
   * @param shapes of the area's nuclei
   * @param known all that was seen of the slide
   */
  static Optional<List<int[]>> groups(
      SeenGroups seen,
      IntFunction<Ellipse> shapes,
      KnownGroups known,
      SlideGroups slide,
      Predicate<int[]> matters) {
    List<GroupTree.Node> nodes = seen.nodes();
    boolean[] asked = asked(nodes, matters);
    List<int[]> alike = new ArrayList<>();
    double[] scores = new double[asked.length];
    for (int i = 0; i < asked.length; i++) {
      alike.add(asked[i] ? seen.alike().get(i) : NONE);
      if (alike.get(i).length > 0) {
        Optional<GroupLook> look = known.look(nodes.get(i), shapes);
        if (look.isEmpty()) {
          return Optional.empty();
        }
        scores[i] = GroupScore.of(look.get(), slide);
      }
    }
    return Optional.of(best(nodes, alike, (i, least) -> scores[i]));
  }

  /** What speaks for a node being a giant cell. */
  private interface Score {

    /** Returns the score; where it is less than asked for, it may be anything that is less. */
    double of(int node, double least);
  }

  /** Chooses among nodes by dynamic programming. */
  private static List<int[]> best(List<GroupTree.Node> nodes, List<int[]> alike, Score score) {
    double[] own = new double[nodes.size()];
    double[] best = new double[nodes.size()];
    for (int i = 0; i < own.length; i++) {
      GroupTree.Node node = nodes.get(i);
      int count = alike.get(i).length;
      double children = node.left() < 0 ? 0 : best[node.left()] + best[node.right()];
      if (count > 0) {
        own[i] = count * score.of(i, Math.max(0, children) / count);
      }
      best[i] = Math.max(Math.max(0, own[i]), children);
    }
    return chosen(nodes, alike, own, best);
  }

  /**
   * Looks at the groups of an area.
   *
   * @param squares those of the core, in one of which the middle of a candidate lies that is looked
   *     at
   */
  static SeenGroups seen(
      NucleusScene scene, CellSettings settings, TileFrame.Core core, TileFrame.Core squares) {
    Candidates all = new Candidates(scene, settings, squares);
    SeenGroups seen = new SeenGroups(core, all.nodes, all.alike);
    GroupScore score = new GroupScore(scene, all.grid);
    for (int i : all.within) {
      GroupLook look = score.look(all.nodes.get(i), all.alike.get(i), all.outward[i]);
      seen.add(all.nodes.get(i), scene.nuclei()::shape, look);
    }
    return seen;
  }

  /**
   * Measures the groups of an area.
   *
   * @param squares in one of which the middle of a candidate lies that is measured
   */
  static List<double[]> looks(NucleusScene scene, CellSettings settings, TileFrame.Core squares) {
    Candidates all = new Candidates(scene, settings, squares);
    GroupFeatures features = new GroupFeatures(scene, all.grid);
    return Arrays.stream(all.within)
        .mapToObj(i -> features.of(all.nodes.get(i), all.alike.get(i), all.outward[i]))
        .toList();
  }

  /** The nodes of an area, and which candidates among them have their middle in its squares. */
  private static final class Candidates {
    private final NucleusGrid grid;
    private final List<GroupTree.Node> nodes;
    private final List<int[]> alike;
    private final double[] outward;
    private final int[] within;

    Candidates(NucleusScene scene, CellSettings settings, TileFrame.Core squares) {
      grid = grid(scene, settings);
      nodes = nodes(scene, grid, settings, PAIR_SCORE);
      alike = nodes.stream().map(node -> candidate(node, scene, settings)).toList();
      outward = outward(nodes);
      within =
          IntStream.range(0, alike.size())
              .filter(i -> alike.get(i).length > 0)
              .filter(i -> isWithin(scene.nuclei(), alike.get(i), squares))
              .toArray();
    }
  }

  private static boolean isWithin(Nuclei nuclei, int[] members, TileFrame.Core squares) {
    double x = 0;
    double y = 0;
    for (int member : members) {
      x += nuclei.shape(member).x();
      y += nuclei.shape(member).y();
    }
    return squares.holds(x / members.length, y / members.length);
  }

  static NucleusGrid grid(NucleusScene scene, CellSettings settings) {
    return new NucleusGrid(scene.nuclei(), scene.frame().pixels(settings.giantEdgeMicrons()));
  }

  static List<GroupTree.Node> nodes(
      NucleusScene scene, NucleusGrid grid, CellSettings settings, LearnedScore pairScore) {
    TileFrame frame = scene.frame();
    double reach = frame.pixels(settings.giantEdgeMicrons());
    double mostExtent = frame.pixels(settings.giantMaxExtentMicrons());
    return GroupTree.of(scene, grid, reach, mostExtent, LEAST_PAIR_SCORE, pairScore);
  }

  /**
   * Returns the nuclei of a node that could be a giant cell, by what is told at no cost; none where
   * it can't be one. A nucleus whose cytoplasm is plainly unlike that of the others is a neighbour.
   */
  static int[] candidate(GroupTree.Node node, NucleusScene scene, CellSettings settings) {
    int least = settings.giantMinNuclei();
    if (node.members().length < least || node.meanPairScore() < LEAST_MEAN_PAIR_SCORE) {
      return NONE;
    }
    int[] alike = scene.alike(node.members(), MOST_UNLIKE);
    boolean could =
        alike.length >= least && GroupHull.of(scene.nuclei(), alike).roundness() >= LEAST_ROUNDNESS;
    return could ? alike : NONE;
  }

  /** Tells of the largest candidates and all within them whether they matter. */
  private static boolean[] asked(List<GroupTree.Node> nodes, Predicate<int[]> matters) {
    boolean[] known = new boolean[nodes.size()];
    boolean[] asked = new boolean[nodes.size()];
    for (int i = nodes.size() - 1; i >= 0; i--) {
      GroupTree.Node node = nodes.get(i);
      if (!known[i] && node.members().length > 0) {
        asked[i] = matters.test(node.members());
        known[i] = true;
      }
      if (known[i] && node.left() >= 0) {
        known[node.left()] = true;
        known[node.right()] = true;
        asked[node.left()] = asked[i];
        asked[node.right()] = asked[i];
      }
    }
    return asked;
  }

  private static List<int[]> chosen(
      List<GroupTree.Node> nodes, List<int[]> alike, double[] own, double[] best) {
    boolean[] covered = new boolean[nodes.size()];
    List<int[]> groups = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      GroupTree.Node node = nodes.get(i);
      if (!covered[i] && own[i] > 0 && own[i] >= best[i]) {
        groups.add(alike.get(i));
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
    Arrays.fill(outward, LEAST_PAIR_SCORE);
    for (GroupTree.Node node : nodes) {
      if (node.left() >= 0) {
        outward[node.left()] = node.weakest();
        outward[node.right()] = node.weakest();
      }
    }
    return outward;
  }
}
