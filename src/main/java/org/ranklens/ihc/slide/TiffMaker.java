package org.ranklens.ihc.slide;

import java.io.IOException;

/** Whose TIFF it is, where that makes a difference to its pixels. */
enum TiffMaker {
  APERIO,
  PHILIPS,
  VENTANA,
  OTHER;

  /** Tells Aperio's and Philips' from others, by the tags of the largest image. */
  static TiffMaker of(TiffDirectory full) throws IOException {
    String description = full.head(TiffTag.IMAGE_DESCRIPTION);
    return description.startsWith("Aperio") ? APERIO : PhilipsXml.is(description) ? PHILIPS : OTHER;
  }

  /** Returns whether it leaves tiles out by a length of zero, wherever they are said to lie. */
  boolean leavesOut() {
    return this != OTHER;
  }
}
