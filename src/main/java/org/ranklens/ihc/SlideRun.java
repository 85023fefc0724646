package org.ranklens.ihc;

import java.io.IOException;
import java.util.List;
import org.ranklens.Execution;
import org.ranklens.RefusedException;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.Slide;

/** One slide on its way to a result. */
record SlideRun(
    Slide slide,
    List<RegionOfInterest> regions,
    IhcSettings settings,
    MarkerProtocol protocol,
    Execution execution,
    CellSink sink) {

  IhcResult result() throws IOException {
    if (slide.pixelSizeMicrons().isEmpty()) {
      throw new RefusedException(
          "the pixel size is not known", slide.name(), "", "give it with --pixel-size-um");
    }
    throw new RefusedException("cells are not found yet", slide.name(), "", "");
  }
}
