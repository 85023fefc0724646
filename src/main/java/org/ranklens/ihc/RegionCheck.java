package org.ranklens.ihc;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.ranklens.RefusedException;
import org.ranklens.ihc.slide.Level;
import org.ranklens.ihc.slide.RegionOfInterest;
import org.ranklens.ihc.slide.Slide;

/** Refuses regions that can't be scored. */
final class RegionCheck {

  private RegionCheck() {}

  static void within(Slide slide, List<RegionOfInterest> regions) throws RefusedException {
    Level full = slide.full();
    Envelope whole = new Envelope(0, full.width(), 0, full.height());
    for (RegionOfInterest region : regions) {
      if (!region.polygonLevel0Px().isValid()) {
        throw new RefusedException(
            "the outline of a region crosses itself",
            slide.name(),
            region.name(),
            "draw it again without crossings");
      }
      if (!whole.contains(region.polygonLevel0Px().getEnvelopeInternal())) {
        throw new RefusedException(
            "a region leaves the slide of " + full.width() + " x " + full.height() + " pixels",
            slide.name(),
            region.name(),
            "check that the regions were drawn on this slide, in its full-resolution pixels");
      }
    }
  }
}
