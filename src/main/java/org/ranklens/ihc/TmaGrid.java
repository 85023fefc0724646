package org.ranklens.ihc;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.cell.TissueDiscs;
import org.ranklens.ihc.cell.TissueDiscs.Disc;

/**
 * The grid that cores lie on: an origin, a step from column to column and one from row to row, both
 * nearly upright. It owns its arrays.
 */
final class TmaGrid {

  private static final int LEAST_CORES = 4;
  private static final double MOST_TILT = 0.25;
  private static final double MOST_OFF_STEP = 0.38;

  private final List<Disc> discs;
  private final double[] across;
  private final double[] down;
  private final int[] columns;
  private final int[] rows;

  private TmaGrid(List<Disc> discs, double[] across, double[] down) {
    this.discs = discs;
    this.across = across;
    this.down = down;
    this.columns = new int[discs.size()];
    this.rows = new int[discs.size()];
  }

  /** Returns the grid, empty where the discs lie on none. */
  static Optional<TmaGrid> of(List<Disc> discs) {
    if (discs.size() < LEAST_CORES) {
      return Optional.empty();
    }
    double[] across = step(discs, true);
    double[] down = step(discs, false);
    if (across.length == 0 && down.length == 0) {
      return Optional.empty();
    }
    // One row or one column alone: the other step is the same, turned.
    double[] right = across.length > 0 ? across : new double[] {down[1], -down[0]};
    double[] below = down.length > 0 ? down : new double[] {-across[1], across[0]};
    TmaGrid grid = new TmaGrid(discs, right, below);
    return grid.place() ? Optional.of(grid) : Optional.empty();
  }

  /** Returns the median step to the nearest neighbour along an axis, empty where there is none. */
  private static double[] step(List<Disc> discs, boolean alongX) {
    double diameter = TissueDiscs.typicalDiameterPx(discs);
    double[][] steps = new double[discs.size()][];
    int count = 0;
    for (Disc disc : discs) {
      double[] nearest = {};
      for (Disc other : discs) {
        double dx = other.xPx() - disc.xPx();
        double dy = other.yPx() - disc.yPx();
        double along = alongX ? dx : dy;
        double aside = Math.abs(alongX ? dy : dx);
        boolean neighbour = along > 0.8 * diameter && aside <= MOST_TILT * along;
        if (neighbour && (nearest.length == 0 || along < (alongX ? nearest[0] : nearest[1]))) {
          nearest = new double[] {dx, dy};
        }
      }
      if (nearest.length > 0) {
        steps[count++] = nearest;
      }
    }
    return count == 0 ? new double[0] : median(Arrays.copyOf(steps, count), alongX ? 0 : 1);
  }

  /** The lower quartile along the axis, since a missing core doubles a step; the median aside. */
  private static double[] median(double[][] steps, int axis) {
    double[] along = Arrays.stream(steps).mapToDouble(step -> step[axis]).sorted().toArray();
    double typical = along[along.length / 4];
    double[][] single =
        Arrays.stream(steps).filter(s -> s[axis] < 1.4 * typical).toArray(double[][]::new);
    double[] x = Arrays.stream(single).mapToDouble(step -> step[0]).sorted().toArray();
    double[] y = Arrays.stream(single).mapToDouble(step -> step[1]).sorted().toArray();
    return new double[] {x[x.length / 2], y[y.length / 2]};
  }

  /** Numbers every disc by walking from neighbour to neighbour; false where two share a place. */
  private boolean place() {
    boolean[] placed = new boolean[discs.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int left = discs.size(); left > 0; left--) {
      if (open.isEmpty()) {
        open.add(unplacedNextTo(placed));
      }
      int from = open.remove();
      placed[from] = true;
      for (int to = 0; to < placed.length; to++) {
        if (!placed[to] && !open.contains(to) && near(from, to)) {
          number(from, to);
          open.add(to);
        }
      }
    }
    for (int a = 0; a < placed.length; a++) {
      for (int b = 0; b < a; b++) {
        if (columns[a] == columns[b] && rows[a] == rows[b]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Takes the first disc, or the one nearest to the placed ones, numbered from there. */
  private int unplacedNextTo(boolean[] placed) {
    int best = -1;
    int from = -1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int a = 0; a < placed.length; a++) {
      for (int b = 0; b < placed.length && !placed[a]; b++) {
        double distance =
            Math.hypot(
                discs.get(a).xPx() - discs.get(b).xPx(), discs.get(a).yPx() - discs.get(b).yPx());
        if (placed[b] && distance < nearest) {
          nearest = distance;
          best = a;
          from = b;
        }
      }
    }
    if (best < 0) {
      return 0;
    }
    number(from, best);
    return best;
  }

  private boolean near(int from, int to) {
    double[] steps = steps(from, to);
    double column = Math.rint(steps[0]);
    double row = Math.rint(steps[1]);
    return Math.abs(column) + Math.abs(row) == 1
        && Math.abs(steps[0] - column) < MOST_OFF_STEP
        && Math.abs(steps[1] - row) < MOST_OFF_STEP;
  }

  private void number(int from, int to) {
    double[] steps = steps(from, to);
    columns[to] = columns[from] + (int) Math.rint(steps[0]);
    rows[to] = rows[from] + (int) Math.rint(steps[1]);
  }

  /** Returns the way from one disc to another in steps of the grid. */
  private double[] steps(int from, int to) {
    double dx = discs.get(to).xPx() - discs.get(from).xPx();
    double dy = discs.get(to).yPx() - discs.get(from).yPx();
    double determinant = across[0] * down[1] - across[1] * down[0];
    return new double[] {
      (dx * down[1] - dy * down[0]) / determinant, (dy * across[0] - dx * across[1]) / determinant
    };
  }

  int columnCount() {
    return max(columns) - min(columns) + 1;
  }

  int rowCount() {
    return max(rows) - min(rows) + 1;
  }

  /** Returns the core at a place, empty where it is missing. */
  Optional<Disc> core(int column, int row) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] - min(columns) == column && rows[i] - min(rows) == row) {
        return Optional.of(discs.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns where a core would lie: the mean of what all others say. */
  double[] expected(int column, int row) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < columns.length; i++) {
      int right = column - (columns[i] - min(columns));
      int below = row - (rows[i] - min(rows));
      x += discs.get(i).xPx() + right * across[0] + below * down[0];
      y += discs.get(i).yPx() + right * across[1] + below * down[1];
    }
    return new double[] {x / columns.length, y / columns.length};
  }

  double leastStep() {
    return Math.min(Math.hypot(across[0], across[1]), Math.hypot(down[0], down[1]));
  }

  private static int min(int[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static int max(int[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
