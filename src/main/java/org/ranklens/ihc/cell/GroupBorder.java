package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * How steep the stains are at the border around a group of nuclei, and within: a giant cell has a
 * border around it and none within, however pale it is. It owns its arrays.
 *
 * <p>What is looked at lies further from nuclei than they darken.
 */
final class GroupBorder {

  /**
   * What was found, in optical density or optical density per micrometre; 0 where there is no such
   * cytoplasm, as the score has learned it.
   *
   * @param outside median over directions of the steepest that is met on the way out of the hull
   * @param outsideLow lower quartile of the same
   * @param within four fifths of the hull's cytoplasm are less steep
   * @param abovePale how far the hull's cytoplasm is above the 20th percentile around it
   * @param belowDark how far it is below the 80th percentile around it
   */
  record Found(
      double outside, double outsideLow, double within, double abovePale, double belowDark) {}

  private static final int DIRECTIONS = 24;
  private static final double PALE_SHARE = 0.2;
  private static final double DARK_SHARE = 0.8;
  private static final double WITHIN_SHARE = 0.8;

  private final NucleusScene scene;
  private final int[] labels;
  private final int[] tenths;
  private final ValueCounts own = new ValueCounts(-0.3, 2.7, 0.005);
  private final ValueCounts around = new ValueCounts(-0.3, 2.7, 0.005);
  private final ValueCounts steepness = new ValueCounts(0, 0.5, 0.001);

  GroupBorder(NucleusScene scene) {
    this.scene = scene;
    this.labels = scene.nuclei().labels();
    this.tenths = scene.tenthsToNucleus();
  }

  /**
   * Measures a group.
   *
   * @param far the hull grown by as much as is looked at around it
   */
  Found of(GroupHull hull, GroupHull far) {
    own.clear();
    around.clear();
    steepness.clear();
    for (int y = far.top(); y <= far.bottom(); y++) {
      count(y, hull, far);
    }
    double level = own.percentile(0.5);
    double[] steepest = outside(hull);
    return new Found(
        steepest[DIRECTIONS / 2],
        steepest[DIRECTIONS / 4],
        steepness.percentile(WITHIN_SHARE),
        level - Math.min(level, around.percentile(PALE_SHARE)),
        Math.max(level, around.percentile(DARK_SHARE)) - level);
  }

  private void count(int row, GroupHull hull, GroupHull far) {
    int y = row - scene.frame().y();
    if (y < 0 || y >= scene.height()) {
      return;
    }
    int left = hull.left(row);
    int right = hull.right(row);
    int from = Math.max(far.left(row), scene.frame().x());
    int to = Math.min(far.right(row), scene.frame().x() + scene.width() - 1);
    int base = y * scene.width() - scene.frame().x();
    for (int x = from; x <= to; x++) {
      int p = base + x;
      if (!away(p)) {
        continue;
      }
      if (x >= left && x <= right) {
        own.add(scene.both()[p]);
        steepness.add(scene.bothEdge()[p]);
      } else {
        around.add(scene.both()[p]);
      }
    }
  }

  private boolean away(int p) {
    return labels[p] == 0 && tenths[p] > NucleusScene.DARKENED_TENTHS;
  }

  /** Returns the steepest in each direction between the hull and the next nucleus, rising. */
  private double[] outside(GroupHull hull) {
    double x = 0;
    double y = 0;
    double squares = 0;
    for (int row = hull.top(); row <= hull.bottom(); row++) {
      double width = Math.max(0, hull.right(row) - hull.left(row) + 1);
      x += width * (hull.left(row) + hull.right(row) + 1) / 2;
      y += width * (row + 0.5);
      squares += width;
    }
    double[] steepest = new double[DIRECTIONS];
    for (int i = 0; i < DIRECTIONS; i++) {
      double angle = 2 * Math.PI * i / DIRECTIONS;
      steepest[i] =
          steepest(
              hull,
              x / Math.max(1, squares),
              y / Math.max(1, squares),
              StrictMath.cos(angle),
              StrictMath.sin(angle));
    }
    Arrays.sort(steepest);
    return steepest;
  }

  private double steepest(GroupHull hull, double x, double y, double dx, double dy) {
    double steepest = 0;
    double reach = scene.frame().pixels(GroupBody.REACH_MICRONS);
    int outside = 0;
    for (int step = 1; outside < reach; step++) {
      int column = (int) Math.floor(x + step * dx);
      int row = (int) Math.floor(y + step * dy);
      int u = column - scene.frame().x();
      int v = row - scene.frame().y();
      if (u < 0 || v < 0 || u >= scene.width() || v >= scene.height()) {
        break;
      }
      if (column >= hull.left(row) && column <= hull.right(row)) {
        continue;
      }
      int p = v * scene.width() + u;
      if (labels[p] > 0) {
        break;
      }
      outside++;
      if (away(p)) {
        steepest = Math.max(steepest, scene.bothEdge()[p]);
      }
    }
    return steepest;
  }
}
