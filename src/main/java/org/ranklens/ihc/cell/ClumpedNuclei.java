package org.ranklens.ihc.cell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How many nuclei a giant cell has. Nuclei that touch may be found as one; the nuclei of one cell
 * are about equal, so an outline that is much larger than the usual one of its cell, and notched
 * where two nuclei meet, counts as often as the usual one fits into it.
 */
final class ClumpedNuclei {

  /** Single nuclei of a giant cell are larger than its median by less. */
  private static final double CLUMP_AREA = 1.4;

  /**
   * Area by that of the convex hull: that of two equal discs whose centres lie 1.6 radii apart, (2
   * pi - 0.28) / (pi + 3.2).
   */
  private static final double CLUMP_SOLIDITY = 0.94;

  /** Nuclei of a clump overlap: one that shows 0.7 of its area counts. */
  private static final double HIDDEN = 0.3;

  private ClumpedNuclei() {}

  /** Returns how many nuclei outlines of one cell hold, at least one each. */
  static int count(List<Outline> outlines) {
    double[] areas = outlines.stream().mapToDouble(outline -> Area.ofRing(ring(outline))).toArray();
    double usual = median(areas);
    return IntStream.range(0, areas.length)
        .map(i -> isClump(outlines.get(i), areas[i], usual) ? (int) (areas[i] / usual + HIDDEN) : 1)
        .sum();
  }

  private static boolean isClump(Outline outline, double area, double usual) {
    return area > CLUMP_AREA * usual && area < CLUMP_SOLIDITY * Area.ofRing(hull(ring(outline)));
  }

  private static Coordinate[] hull(Coordinate... points) {
    return new ConvexHull(points, new GeometryFactory()).getConvexHull().getCoordinates();
  }

  private static Coordinate[] ring(Outline outline) {
    return IntStream.rangeClosed(0, outline.points())
        .map(point -> point % outline.points())
        .mapToObj(point -> new Coordinate(outline.xPx(point), outline.yPx(point)))
        .toArray(Coordinate[]::new);
  }

  private static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
