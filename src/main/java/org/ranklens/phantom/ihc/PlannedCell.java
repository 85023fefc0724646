package org.ranklens.phantom.ihc;

import java.util.List;

/**
 * A cell before it is drawn.
 *
 * @param kind what it is
 * @param body its outline
 * @param nuclei one, or several for a giant cell
 * @param intensityClass the class it is meant to have, 0 to 3
 * @param dabOd the DAB optical density its cytoplasm is meant to have on average
 */
record PlannedCell(Kind kind, Blob body, List<Blob> nuclei, int intensityClass, double dabOd) {

  enum Kind {
    GIANT,
    TUMOUR,
    SPINDLE,
    LYMPHOCYTE
  }

  PlannedCell {
    nuclei = List.copyOf(nuclei);
  }

  boolean isStroma() {
    return kind == Kind.SPINDLE || kind == Kind.LYMPHOCYTE;
  }
}
