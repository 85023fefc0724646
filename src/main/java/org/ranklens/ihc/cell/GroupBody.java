package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * The like-stained area that hangs together with a group's nuclei, looked for no further than
 * around the group: a giant cell ends, a sheet of epithelium goes on. It owns its arrays.
 */
final class GroupBody {

  /** How far outside of the hull the body is followed. */
  static final double REACH_MICRONS = 12;

  /**
   * What was found.
   *
   * @param others nuclei of others that the body touches
   * @param leak share of the body's border that lies where it is followed no further
   */
  record Found(double areaUm2, int others, double leak, double thicknessMicrons) {}

  private final NucleusScene scene;
  private final int[] seen;

  /** The round in which a label was one of the group, or was counted as touched. */
  private final int[] known;

  private int[] queue = new int[1024];
  private int round;

  GroupBody(NucleusScene scene) {
    this.scene = scene;
    this.seen = new int[scene.dab().length];
    this.known = new int[scene.nuclei().count() + 1];
  }

  /**
   * Follows the body of a group.
   *
   * @param band DAB this far from the level belongs to it
   */
  Found of(int[] members, double level, double band, GroupHull limit) {
    round++;
    for (int member : members) {
      known[member + 1] = round;
    }
    int width = scene.width();
    int top = limit.top() - scene.frame().y();
    int rows = limit.bottom() + 1 - scene.frame().y() - top;
    int[] from = new int[rows];
    int[] to = new int[rows];
    int waiting = 0;
    int[] labels = scene.nuclei().labels();
    float[] evenDab = scene.evenDab();
    int[] tenths = scene.tenthsToNucleus();
    for (int i = 0; i < rows; i++) {
      int y = top + i;
      from[i] = limit.left(y + scene.frame().y()) - scene.frame().x();
      to[i] = limit.right(y + scene.frame().y()) - scene.frame().x();
      if (y < 0 || y >= scene.height()) {
        continue;
      }
      for (int x = Math.max(0, from[i]); x <= Math.min(width - 1, to[i]); x++) {
        int label = labels[y * width + x];
        if (label > 0 && known[label] == round) {
          waiting = push(y * width + x, waiting);
        }
      }
    }
    int leaks = 0;
    int stops = 0;
    int area = 0;
    int thickness = 0;
    int others = 0;
    for (int next = 0; next < waiting; next++) {
      int p = queue[next];
      int x = p % width;
      int y = p / width;
      if (labels[p] == 0) {
        area++;
        thickness = Math.max(thickness, tenths[p]);
      }
      for (int side = 0; side < 4; side++) {
        int u = x + (side == 0 ? -1 : side == 1 ? 1 : 0);
        int v = y + (side == 2 ? -1 : side == 3 ? 1 : 0);
        int row = v - top;
        if (u < 0
            || v < 0
            || u >= width
            || v >= scene.height()
            || row < 0
            || row >= rows
            || u < from[row]
            || u > to[row]) {
          leaks++;
          continue;
        }
        int q = v * width + u;
        if (seen[q] == round) {
          continue;
        }
        if (labels[q] > 0) {
          others += known[labels[q]] == round ? 0 : 1;
          known[labels[q]] = round;
          stops++;
        } else if (Math.abs(evenDab[q] - level) <= band) {
          waiting = push(q, waiting);
        } else {
          stops++;
        }
      }
    }
    return new Found(
        scene.frame().areaUm2(area),
        others,
        (double) leaks / Math.max(1, leaks + stops),
        thickness / 10.0 * scene.frame().pixelSizeMicrons());
  }

  private int push(int p, int waiting) {
    seen[p] = round;
    if (waiting == queue.length) {
      queue = Arrays.copyOf(queue, 2 * queue.length);
    }
    queue[waiting] = p;
    return waiting + 1;
  }
}
