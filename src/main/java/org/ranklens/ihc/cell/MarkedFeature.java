package org.ranklens.ihc.cell;

/** What speaks for and against a shape being a nucleus, where the marker stains nuclei. */
enum MarkedFeature {
  /** Square micrometres, natural logarithm. */
  AREA,
  /** How much of its ellipse it fills, at most 1. */
  FILL,
  /** Axis ratio, natural logarithm. */
  ELONGATION,
  /** Haematoxylin above that of the surroundings. */
  HEMATOXYLIN_CONTRAST,
  /** What takes red light away, above the surroundings. */
  RED_CONTRAST,
  /** DAB above that of the surroundings. */
  DAB_CONTRAST,
  /** Mean DAB. */
  DAB,
  /** Mean haematoxylin. */
  HEMATOXYLIN,
  /** Mean residual over mean haematoxylin and DAB. */
  RESIDUAL_SHARE,
  /** Spread of haematoxylin over its mean. */
  HEMATOXYLIN_SPREAD,
  /** Square of the contour over 4 pi times the area. */
  RAGGEDNESS,
  /** Share of the contour that no other shape touches. */
  FREE,
  /** Contrast of haematoxylin times the root of the area: a small pale one may be noise. */
  SIGNIFICANCE,
  /** Haematoxylin of the surroundings. */
  HEMATOXYLIN_AROUND,
  /** DAB of the surroundings. */
  DAB_AROUND
}
