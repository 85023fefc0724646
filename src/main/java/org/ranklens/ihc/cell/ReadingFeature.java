package org.ranklens.ihc.cell;

/**
 * What the reading of a cytoplasm looks at beside its ring. Means and quantiles of DAB are how far
 * they lie above the ring's reading, per 0.1 plus that reading; 0 where there is nothing to
 * measure.
 */
enum ReadingFeature {

  /** The squares that grew 2.5 to 4 um from the nucleus, away from other cells. */
  FURTHER_OUT,

  /** What lies at least two pixels inside of the cell's outline. */
  INNER,

  /** The nucleus: its colour is smeared into the ring. */
  NUCLEUS,

  /** 1 over 0.1 plus the reading: what is added to every cell, whatever its stain. */
  PALENESS,

  /** The reading itself: dark grains saturate. */
  DARKNESS,

  /** What lies next to the nucleus, nearer than the ring. */
  BLURRED,

  /** Area of the nucleus, um2. */
  NUCLEUS_AREA,

  /** How granular the slide's stain is, 0 to 1. */
  GRAIN,

  /** How strongly the slide was compressed: see {@link SlideTexture}. */
  COMPRESSION,

  /** The slide's median of {@link #INNER}. */
  SLIDE_INNER,

  /** Quantiles of the ring's pixels: is its reading a level, or a mixture with what lies beside? */
  RING_15,
  RING_35,
  RING_70,
  RING_85,
  RING_95,

  /** Quantiles of all squares that grew from the nucleus. */
  GROWN_50,
  GROWN_70,
  GROWN_85,
  GROWN_95
}
