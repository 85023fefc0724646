package org.ranklens.ihc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.ranklens.ihc.cell.OsteoidSquares;
import org.ranklens.ihc.cell.SlideOverview;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.stain.StainEstimate;

/** Osteoid of a slide, and which cells are near it. */
final class Osteoid {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final String WORD = "osteoid";

  private final PreparedGeometry area;
  private final IndexedFacetDistance outline;
  private final double reachPx;

  private Osteoid(Geometry area, double reachPx) {
    this.area = PreparedGeometryFactory.prepare(area);
    this.outline = new IndexedFacetDistance(area);
    this.reachPx = reachPx;
  }

  /** Returns the osteoid of a slide, empty where no region is named so and none was found. */
  static Optional<Osteoid> of(List<RegionOfInterest> regions, double reachPx) {
    List<Geometry> areas =
        regions.stream()
            .filter(region -> region.name().toLowerCase(Locale.ROOT).contains(WORD))
            .map(RegionOfInterest::polygonLevel0Px)
            .toList();
    return areas.isEmpty()
        ? Optional.empty()
        : Optional.of(new Osteoid(UnaryUnionOp.union(areas), reachPx));
  }

  /** Looks for osteoid, empty where there is none. */
  static Optional<RegionOfInterest> found(
      SlideOverview overview, TissueMask tissue, StainEstimate stains) {
    boolean[] squares = OsteoidSquares.find(overview, tissue, stains.white(), stains.stains());
    double edge = tissue.squarePx();
    List<Geometry> runs = new ArrayList<>();
    for (int row = 0; row < tissue.rows(); row++) {
      for (int column = 0; column < tissue.columns(); column++) {
        int first = column;
        while (column < tissue.columns() && squares[row * tissue.columns() + column]) {
          column++;
        }
        if (column > first) {
          runs.add(
              GEOMETRY.toGeometry(
                  new Envelope(first * edge, column * edge, row * edge, (row + 1) * edge)));
        }
      }
    }
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(new RegionOfInterest(WORD + "-found", UnaryUnionOp.union(runs)));
  }

  /** Returns whether a level-0 position is in osteoid or near it. */
  boolean isNear(double xPx, double yPx) {
    Point point = GEOMETRY.createPoint(new Coordinate(xPx, yPx));
    return area.covers(point) || outline.isWithinDistance(point, reachPx);
  }
}
