package org.ranklens.ihc;

import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.cell.TissueMask;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.stain.LightSurface;
import org.ranklens.ihc.stain.StainEstimate;

/**
 * What a slide says.
 *
 * @param stains white point and stain vectors
 * @param pixelSizeMicrons edge of a level-0 pixel
 * @param tissueAreaMm2 tissue on the whole slide
 * @param regions the whole slide first (its name is empty), then each region of interest in the
 *     order given
 * @param protocol whose cut-offs call the scores
 * @param warnings what a reader of the result must know, in words; may be empty
 * @param showField the field that shows the finding best, empty where there is no cell
 * @param tissue where cells were looked for, and what was taken out
 * @param light how the light falls off over the slide, which was taken out
 * @param outlines of the regions, in the order of the scores
 */
public record IhcResult(
    StainEstimate stains,
    double pixelSizeMicrons,
    double tissueAreaMm2,
    List<RegionScore> regions,
    MarkerProtocol protocol,
    List<String> warnings,
    Optional<ShowField> showField,
    TissueMask tissue,
    LightSurface light,
    List<RegionOfInterest> outlines) {

  public IhcResult {
    regions = List.copyOf(regions);
    outlines = List.copyOf(outlines);
    warnings = List.copyOf(warnings);
  }
}
