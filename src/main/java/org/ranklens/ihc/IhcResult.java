package org.ranklens.ihc;

import java.util.List;
import java.util.Optional;
import org.ranklens.ihc.stain.StainEstimate;

/**
 * What a slide showed; its cells went to the {@link CellSink}.
 *
 * @param stain white point and stain vectors of the slide
 * @param pixelSizeMicrons edge of a level-0 pixel
 * @param regions the whole slide first (its name is empty), then each region of interest
 * @param showField the field that shows the finding best, empty where there is no cell
 * @param warnings what the user must know, in words
 */
public record IhcResult(
    StainEstimate stain,
    double pixelSizeMicrons,
    List<RegionScore> regions,
    Optional<ShowField> showField,
    List<String> warnings) {

  public IhcResult {
    regions = List.copyOf(regions);
    warnings = List.copyOf(warnings);
  }
}
