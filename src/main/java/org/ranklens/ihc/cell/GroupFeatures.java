package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Measures the {@link GroupFeature}s of a group of nuclei. */
final class GroupFeatures {

  private static final double RIM_MICRONS = 3.5;
  private static final double LIKE = 0.5;

  /** Optical density per micrometre; less steep is noise. */
  private static final double LEAST_EDGE = 0.01;

  private final NucleusScene scene;
  private final NucleusGrid grid;
  private final GroupBody body;
  private final GroupBorder border;

  GroupFeatures(NucleusScene scene, NucleusGrid grid) {
    this.scene = scene;
    this.grid = grid;
    this.body = new GroupBody(scene);
    this.border = new GroupBorder(scene);
  }

  /**
   * Returns a value for each of {@link GroupFeature}.
   *
   * @param members those of the node's nuclei that are looked at, rising
   * @param outward score of the best pair to a nucleus outside
   */
  double[] of(GroupTree.Node node, int[] members, double outward) {
    return of(node, members, outward, known -> true).orElseThrow();
  }

  /**
   * Returns the same, what costs little measured first.
   *
   * @param matters whether the rest is worth it; what is not yet known is no number
   * @return none where it isn't
   */
  Optional<double[]> of(
      GroupTree.Node node, int[] members, double outward, Predicate<double[]> matters) {
    double[] values = nuclei(node, members, outward);
    if (!matters.test(values)) {
      return Optional.empty();
    }
    GroupHull hull = GroupHull.of(scene.nuclei(), members);
    GroupHull far = hull.grown(scene.frame().pixels(GroupBody.REACH_MICRONS));
    area(values, members, hull, far);
    if (!matters.test(values)) {
      return Optional.empty();
    }
    border(values, hull, far);
    if (!matters.test(values)) {
      return Optional.empty();
    }
    body(values, members, far);
    return Optional.of(values);
  }

  /** Returns what the nuclei alone tell; the other values are no numbers so far. */
  private double[] nuclei(GroupTree.Node node, int[] members, double outward) {
    double[] values = new double[GroupFeature.values().length];
    Arrays.fill(values, Double.NaN);
    double[] ods = new double[members.length];
    for (int i = 0; i < ods.length; i++) {
      ods[i] = scene.od(members[i]);
    }
    Arrays.sort(ods);
    double level = Math.max(0, ods[ods.length / 2]);
    set(values, GroupFeature.NUCLEI, members.length);
    set(values, GroupFeature.WEAKEST, node.weakest());
    set(values, GroupFeature.OUTWARD, outward);
    set(values, GroupFeature.PAIR_MEAN, node.meanPairScore());
    set(values, GroupFeature.LEVEL, level);
    set(
        values,
        GroupFeature.OD_SPREAD,
        (ods[(int) (0.8 * (ods.length - 1))] - ods[(int) Math.ceil(0.2 * (ods.length - 1))])
            / (NucleusScene.NOISE_OD + level));
    shapes(values, members);
    spacing(values, members);
    return values;
  }

  // A value for each constant, in their order.
  @SuppressWarnings("EnumOrdinal")
  private static void set(double[] values, GroupFeature feature, double value) {
    values[feature.ordinal()] = value;
  }

  @SuppressWarnings("EnumOrdinal")
  private static double level(double[] values) {
    return values[GroupFeature.LEVEL.ordinal()];
  }

  private void area(double[] values, int[] members, GroupHull hull, GroupHull far) {
    TileFrame frame = scene.frame();
    double level = level(values);
    GroupHull rim = hull.grown(frame.pixels(RIM_MICRONS));
    CytoplasmStatistics inside = new CytoplasmStatistics(scene, level);
    CytoplasmStatistics near = new CytoplasmStatistics(scene, level);
    CytoplasmStatistics around = new CytoplasmStatistics(scene, level);
    for (int y = far.top(); y <= far.bottom(); y++) {
      ring(around, y, far, rim);
      ring(near, y, rim, hull);
      inside.addRow(y, hull.left(y), hull.right(y));
    }
    double own = 0;
    for (int member : members) {
      own += scene.nuclei().shape(member).area();
    }
    double all = Math.max(1, inside.pixels() + inside.nucleusPixels());
    double hullUm2 = frame.areaUm2(hull.area());
    double scale = NucleusScene.NOISE_OD + level;
    set(values, GroupFeature.HULL_AREA, hullUm2);
    set(values, GroupFeature.HULL_PER_NUCLEUS, hullUm2 / members.length);
    set(values, GroupFeature.HULL_ROUNDNESS, hull.roundness());
    set(values, GroupFeature.EVEN, inside.even());
    set(values, GroupFeature.PALE, inside.pale());
    set(values, GroupFeature.OWN_NUCLEI, Math.min(1, own / all));
    set(values, GroupFeature.FOREIGN, Math.max(0, inside.nucleusPixels() - own) / all);
    set(values, GroupFeature.DAB_SPREAD, inside.dabSpread());
    set(values, GroupFeature.HEMATOXYLIN, inside.hematoxylin());
    set(values, GroupFeature.HEMATOXYLIN_SPREAD, inside.hematoxylinSpread());
    set(values, GroupFeature.RIM_EVEN, near.even());
    set(values, GroupFeature.FAR_EVEN, around.even());
    set(values, GroupFeature.FAR_CONTRAST, (inside.dab() - around.dab()) / scale);
    set(values, GroupFeature.FAR_HEMATOXYLIN, inside.hematoxylin() - around.hematoxylin());
    double outside =
        near.pixels() + around.pixels() + near.nucleusPixels() + around.nucleusPixels();
    set(
        values,
        GroupFeature.FAR_CROWD,
        (near.nucleusPixels() + around.nucleusPixels()) / Math.max(1, outside));
  }

  private void body(double[] values, int[] members, GroupHull far) {
    double level = level(values);
    body.begin(members, far);
    GroupBody.Found found = body.follow(members, level, CytoplasmStatistics.band(level));
    set(values, GroupFeature.THICKNESS, found.thicknessMicrons());
    set(values, GroupFeature.BODY_PER_NUCLEUS, found.areaUm2() / members.length);
    set(values, GroupFeature.BODY_OTHERS, (double) found.others() / members.length);
    set(values, GroupFeature.BODY_LEAK, found.leak());
    GroupBody.Found wide = body.follow(members, level, CytoplasmStatistics.wideBand(level));
    set(values, GroupFeature.WIDE_THICKNESS, wide.thicknessMicrons());
    set(values, GroupFeature.WIDE_PER_NUCLEUS, wide.areaUm2() / members.length);
    set(values, GroupFeature.WIDE_OTHERS, (double) wide.others() / members.length);
    set(values, GroupFeature.WIDE_LEAK, wide.leak());
  }

  private void border(double[] values, GroupHull hull, GroupHull far) {
    GroupBorder.Found found = border.of(hull, far);
    set(values, GroupFeature.EDGE_OUTSIDE, found.outside());
    set(values, GroupFeature.EDGE_OUTSIDE_LOW, found.outsideLow());
    set(values, GroupFeature.EDGE_WITHIN, found.within());
    set(values, GroupFeature.EDGE_RATIO, found.outside() / (LEAST_EDGE + found.within()));
    set(values, GroupFeature.ABOVE_PALE, found.abovePale());
    set(values, GroupFeature.BELOW_DARK, found.belowDark());
  }

  /** Adds what of a row lies in the outer hull and not in the inner one. */
  private static void ring(CytoplasmStatistics sums, int row, GroupHull outer, GroupHull inner) {
    int left = inner.left(row);
    int right = inner.right(row);
    if (left > right) {
      sums.addRow(row, outer.left(row), outer.right(row));
    } else {
      sums.addRow(row, outer.left(row), left - 1);
      sums.addRow(row, right + 1, outer.right(row));
    }
  }

  private void shapes(double[] values, int[] members) {
    double sum = 0;
    double squares = 0;
    double elongation = 0;
    double cos = 0;
    double sin = 0;
    for (int member : members) {
      Ellipse shape = scene.nuclei().shape(member);
      sum += shape.area();
      squares += shape.area() * shape.area();
      double axes = Math.min(4, shape.elongation());
      elongation += axes;
      double angle = Math.atan2(2 * shape.covariance(), shape.varianceX() - shape.varianceY());
      cos += (axes - 1) * Math.cos(angle);
      sin += (axes - 1) * Math.sin(angle);
    }
    double mean = sum / members.length;
    set(values, GroupFeature.NUCLEUS_AREA, scene.frame().areaUm2(mean));
    set(
        values,
        GroupFeature.NUCLEUS_AREA_SPREAD,
        Math.sqrt(Math.max(0, squares / members.length - mean * mean)) / mean);
    set(values, GroupFeature.ELONGATION, elongation / members.length);
    set(values, GroupFeature.ALIGNMENT, Math.hypot(cos, sin) / members.length);
  }

  private void spacing(double[] values, int[] members) {
    double sum = 0;
    double most = 0;
    double outside = scene.frame().pixels(20);
    double outsideLike = outside;
    for (int member : members) {
      double nearest = scene.frame().pixels(22);
      for (int other : grid.near(member)) {
        double distance = Neighbours.distance(scene.nuclei(), member, other);
        if (Arrays.binarySearch(members, other) >= 0) {
          nearest = Math.min(nearest, distance);
        } else {
          outside = Math.min(outside, distance);
          if (scene.unlikeness(member, other) < LIKE) {
            outsideLike = Math.min(outsideLike, distance);
          }
        }
      }
      sum += nearest;
      most = Math.max(most, nearest);
    }
    double micron = scene.frame().pixelSizeMicrons();
    set(values, GroupFeature.SPACING, sum / members.length * micron);
    set(values, GroupFeature.SPACING_MOST, most * micron);
    set(values, GroupFeature.ISOLATION, outside / Math.max(1, sum / members.length));
    set(values, GroupFeature.ISOLATION_LIKE, outsideLike / Math.max(1, sum / members.length));
  }
}
