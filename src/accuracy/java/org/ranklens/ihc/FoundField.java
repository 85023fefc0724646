package org.ranklens.ihc;

import java.io.IOException;
import java.util.Optional;
import org.ranklens.Execution;
import org.ranklens.ihc.cell.CellFinder;
import org.ranklens.ihc.cell.CellGrid;
import org.ranklens.ihc.cell.Compartment;
import org.ranklens.ihc.cell.DabReading;
import org.ranklens.ihc.cell.StainReader;
import org.ranklens.ihc.slide.Region;
import org.ranklens.ihc.slide.Slide;
import org.ranklens.ihc.stain.ColourDeconvolution;

/**
 * A field with default settings and a cytoplasmic marker, ready for its cells to be found.
 *
 * @param survey what is found once per slide
 * @param grid its pixels
 * @param stains reads their densities
 * @param reading how cytoplasm is read on it
 * @param finder finds its cells
 */
record FoundField(
    SlideSurvey survey, CellGrid grid, StainReader stains, DabReading reading, CellFinder finder) {

  static FoundField of(Slide slide) throws IOException {
    IhcSettings settings = IhcSettings.defaults();
    SlideSurvey survey = SlideSurvey.of(slide, settings.stain(), Execution.single());
    CellGrid grid = TilePlan.grid(slide.full(), survey.pixelSizeMicrons());
    ColourDeconvolution deconvolution =
        new ColourDeconvolution(survey.stains(), grid.bin(), survey.light());
    StainReader stains =
        (area, memory) -> {
          int bin = grid.bin();
          int x = area.x0() * bin;
          int y = area.y0() * bin;
          Region region = new Region(0, x, y, area.x1() * bin - x, area.y1() * bin - y);
          return deconvolution.deconvolve(slide.read(region), x, y, memory);
        };
    MarkerPattern pattern = MarkerPattern.of(settings.cell(), "RANK", grid, survey, stains);
    DabReading reading = new DabReading(settings.score().weakOd(), pattern.texture());
    CellFinder finder =
        new CellFinder(
            settings.cell(),
            Compartment.CYTOPLASM,
            reading,
            grid,
            survey.tissue(),
            stains,
            Optional.empty());
    return new FoundField(survey, grid, stains, reading, finder);
  }
}
