package org.ranklens.ihc.cell;

/**
 * Drops corners of a closed outline that are within 0.75 pixels of the line between their
 * neighbours. Douglas DH, Peucker TK. Algorithms for the reduction of the number of points required
 * to represent a digitized line or its caricature. Cartographica 1973;10:112-122.
 */
final class Simplification {

  private static final double TOLERANCE_PIXELS = 0.75;

  private Simplification() {}

  /** Returns which of the corners (x, y, x, y...) stay; at least 3 do. */
  static boolean[] keep(int[] corners, int points) {
    boolean[] keep = new boolean[points];
    int far = 0;
    for (int i = 1; i < points; i++) {
      if (squared(corners, 0, i) > squared(corners, 0, far)) {
        far = i;
      }
    }
    keep[0] = true;
    keep[far] = true;
    split(corners, points, 0, far, keep);
    split(corners, points, far, points, keep);
    int kept = 0;
    for (boolean k : keep) {
      kept += k ? 1 : 0;
    }
    if (kept < 3) {
      java.util.Arrays.fill(keep, true);
    }
    return keep;
  }

  private static void split(int[] corners, int points, int from, int to, boolean[] keep) {
    int end = to % points;
    // The distance of a corner from the line between both ends, times their distance.
    long alongX = (long) corners[2 * end] - corners[2 * from];
    long alongY = (long) corners[2 * end + 1] - corners[2 * from + 1];
    long worst = 0;
    int at = -1;
    for (int i = from + 1; i < to; i++) {
      long x = (long) corners[2 * i] - corners[2 * from];
      long y = (long) corners[2 * i + 1] - corners[2 * from + 1];
      long off = Math.abs(alongX * y - alongY * x);
      if (off > worst) {
        worst = off;
        at = i;
      }
    }
    double length = Math.sqrt(squared(corners, from, end));
    if (worst > TOLERANCE_PIXELS * length) {
      keep[at] = true;
      split(corners, points, from, at, keep);
      split(corners, points, at, to, keep);
    }
  }

  private static double squared(int[] c, int i, int k) {
    double dx = c[2 * i] - c[2 * k];
    double dy = c[2 * i + 1] - c[2 * k + 1];
    return dx * dx + dy * dy;
  }
}
