package org.ranklens.ihc;

import java.io.IOException;
import java.util.List;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.Slide;

/** Scores a slide: tissue, stains, cells tile by tile, scores per population and region. */
public final class IhcAnalysis {

  private IhcAnalysis() {}

  /**
   * Scores a slide.
   *
   * @param regions areas scored by themselves beside the whole slide; may be empty
   * @param protocol whose population is shown in the show field, and whose cut-offs call the scores
   * @param sink takes every cell, from the upper edge of the slide to the lower
   * @throws RefusedException where the slide has no tissue, no pixel size or one outside 0.1 to 2
   *     micrometres, or a region lies outside of it
   * @throws IOException where the slide can't be read or the sink can't take a cell
   */
  public static IhcResult run(
      Slide slide,
      List<RegionOfInterest> regions,
      IhcSettings settings,
      MarkerProtocol protocol,
      Execution execution,
      CellSink sink)
      throws IOException {
    return new SlideRun(slide, regions, settings, protocol, execution, sink).result();
  }
}
