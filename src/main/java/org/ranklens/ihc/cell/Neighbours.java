package org.ranklens.ihc.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of nuclei with no third in between: no other centre lies in the circle that has the pair's
 * centres at its ends (the Gabriel graph, a part of the Delaunay triangulation). Gabriel KR, Sokal
 * RR. A new statistical approach to geographic variation analysis. Syst Zool 1969;18:259-278.
 */
final class Neighbours {

  /** Two nuclei by index, {@code a < b}, and how far apart their centres are, in pixels. */
  record Pair(int a, int b, double distancePixels) {}

  private Neighbours() {}

  static List<Pair> within(Nuclei nuclei, NucleusGrid grid, double reachPixels) {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < nuclei.count(); a++) {
      int[] near = grid.near(a);
      for (int b : near) {
        double distance = distance(nuclei, a, b);
        if (b > a && distance <= reachPixels && free(nuclei, near, a, b)) {
          pairs.add(new Pair(a, b, distance));
        }
      }
    }
    return pairs;
  }

  private static boolean free(Nuclei nuclei, int[] near, int a, int b) {
    double ab = squared(nuclei, a, b);
    for (int c : near) {
      if (c != a && c != b && squared(nuclei, a, c) + squared(nuclei, b, c) < ab) {
        return false;
      }
    }
    return true;
  }

  static double distance(Nuclei nuclei, int a, int b) {
    return Math.sqrt(squared(nuclei, a, b));
  }

  private static double squared(Nuclei nuclei, int a, int b) {
    double dx = nuclei.shape(a).x() - nuclei.shape(b).x();
    double dy = nuclei.shape(a).y() - nuclei.shape(b).y();
    return dx * dx + dy * dy;
  }
}
