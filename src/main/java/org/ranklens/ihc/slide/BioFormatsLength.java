package org.ranklens.ihc.slide;

import java.io.IOException;

/** What Ranklens calls of OME's {@code Length}. */
interface BioFormatsLength {

  /**
   * Returns the length in a unit, null where it is in pixels or another thing that is no length.
   */
  Number value(Object unit) throws IOException;
}
