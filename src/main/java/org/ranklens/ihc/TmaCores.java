package org.ranklens.ihc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.ranklens.RefusedException;
import org.ranklens.ihc.cell.TissueDiscs;
import org.ranklens.ihc.cell.TissueDiscs.Disc;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.Slide;

/**
 * The cores of a tissue microarray as regions, named by row and column: A-1 is at the upper left.
 *
 * @param regions a disc for every place of the grid, row by row, missing cores too
 * @param missing the names of places without a core
 */
record TmaCores(List<RegionOfInterest> regions, List<String> missing) {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Tissue is not quite round: its disc takes a little more in. */
  private static final double WIDER = 1.15;

  private static final int SIDES_PER_QUARTER = 8;

  static TmaCores of(Slide slide, SlideSurvey survey) throws RefusedException {
    double squareMicrons = survey.tissue().squarePx() * survey.pixelSizeMicrons();
    List<Disc> discs = TissueDiscs.of(survey.tissue(), squareMicrons);
    TmaGrid grid =
        TmaGrid.of(discs)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "no cores on a grid were found (round pieces of tissue of like size: "
                            + discs.size()
                            + ")",
                        slide.name(),
                        "",
                        "score it without --tma, or draw the cores as regions (--roi)"));
    Geometry whole =
        GEOMETRY.toGeometry(new Envelope(0, slide.full().width(), 0, slide.full().height()));
    List<RegionOfInterest> regions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    double typical = TissueDiscs.typicalDiameterPx(discs);
    for (int row = 0; row < grid.rowCount(); row++) {
      for (int column = 0; column < grid.columnCount(); column++) {
        String name = letters(row) + "-" + (column + 1);
        Optional<Disc> core = grid.core(column, row);
        if (core.isEmpty()) {
          missing.add(name);
        }
        double[] at = grid.expected(column, row);
        Disc disc = core.orElse(new Disc(at[0], at[1], typical));
        double radius = Math.min(WIDER * disc.diameterPx() / 2, grid.leastStep() / 2);
        Geometry circle =
            GEOMETRY
                .createPoint(new Coordinate(disc.xPx(), disc.yPx()))
                .buffer(radius, SIDES_PER_QUARTER)
                .intersection(whole);
        regions.add(new RegionOfInterest(name, circle));
      }
    }
    return new TmaCores(regions, missing);
  }

  /** Returns A to Z, then AA, AB... */
  static String letters(int row) {
    String last = String.valueOf((char) ('A' + row % 26));
    return row < 26 ? last : letters(row / 26 - 1) + last;
  }

  /** Returns what a reader must know, empty where no core is missing. */
  Optional<String> warning() {
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("no core was found at " + String.join(", ", missing));
  }
}
