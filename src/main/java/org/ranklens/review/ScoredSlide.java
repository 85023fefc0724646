package org.ranklens.review;

import java.nio.file.Path;
import java.util.List;

/**
 * One slide and what Ranklens found on it.
 *
 * @param caseCode the case
 * @param timepoint the time point
 * @param name the slide's file name
 * @param marker its marker
 * @param file the slide itself
 * @param pixelSizeMicrons edge of a level-0 pixel
 * @param cells all cells
 */
record ScoredSlide(
    String caseCode,
    String timepoint,
    String name,
    String marker,
    Path file,
    double pixelSizeMicrons,
    List<MachineCell> cells) {

  ScoredSlide {
    cells = List.copyOf(cells);
  }
}
