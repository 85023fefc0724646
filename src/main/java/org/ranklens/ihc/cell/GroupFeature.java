package org.ranklens.ihc.cell;

/** What speaks for and against a group of nuclei being one giant cell. */
enum GroupFeature {
  /** How many nuclei. */
  NUCLEI,
  /** Score of the weakest pair that holds it together. */
  WEAKEST,
  /** Score of the best pair to a nucleus outside, the lowest possible where there is none. */
  OUTWARD,
  /** Mean score of the pairs within. */
  PAIR_MEAN,
  /** Square micrometres of the hull per nucleus. */
  HULL_PER_NUCLEUS,
  /** Square micrometres of the hull. */
  HULL_AREA,
  /** Circle of the hull's girth: its area over the circle's. */
  HULL_ROUNDNESS,
  /** Difference of the cytoplasm around its nuclei (20th to 80th percentile), over the level. */
  OD_SPREAD,
  /** Share of the hull's cytoplasm whose DAB is near the level. */
  EVEN,
  /** Share of the hull's cytoplasm whose DAB is far below the level. */
  PALE,
  /** Share of the hull that is nuclei of others. */
  FOREIGN,
  /** Share of the hull that is its own nuclei. */
  OWN_NUCLEI,
  /** Median DAB around its nuclei. */
  LEVEL,
  /** Spread of DAB in the hull's cytoplasm, over the level. */
  DAB_SPREAD,
  /** Mean haematoxylin in the hull's cytoplasm. */
  HEMATOXYLIN,
  /** Spread of haematoxylin in the hull's cytoplasm. */
  HEMATOXYLIN_SPREAD,
  /** Share near the level, to 3.5 um outside of the hull. */
  RIM_EVEN,
  /** Share near the level, 3.5 to 12 um outside of the hull. */
  FAR_EVEN,
  /** DAB in the hull's cytoplasm less that 3.5 to 12 um outside, over the level. */
  FAR_CONTRAST,
  /** Haematoxylin in the hull's cytoplasm less that 3.5 to 12 um outside. */
  FAR_HEMATOXYLIN,
  /** Nuclei of others per area, 0 to 12 um outside, times the hull's area per nucleus. */
  FAR_CROWD,
  /** Mean distance to the nearest other nucleus of the group, micrometres. */
  SPACING,
  /** Largest distance of a nucleus to the nearest other of the group, micrometres. */
  SPACING_MOST,
  /** Distance from the group to the nearest nucleus outside, over its spacing. */
  ISOLATION,
  /** The same to nuclei outside of like stain. */
  ISOLATION_LIKE,
  /** Mean area of its nuclei, square micrometres. */
  NUCLEUS_AREA,
  /** Spread of the areas over their mean. */
  NUCLEUS_AREA_SPREAD,
  /** Mean axis ratio of its nuclei. */
  ELONGATION,
  /** How alike the directions of its drawn-out nuclei are. */
  ALIGNMENT,
  /** Largest distance to any nucleus of a place near the level, in the hull or 12 um around. */
  THICKNESS,
  /** Square micrometres near the level that hang together with its nuclei, per nucleus. */
  BODY_PER_NUCLEUS,
  /** Nuclei of others that touch that body, per nucleus. */
  BODY_OTHERS,
  /** Share of the body's border that lies 12 um outside of the hull: the stain goes on. */
  BODY_LEAK,
  /** {@link #THICKNESS} of the body whose stain differs twice as much. */
  WIDE_THICKNESS,
  /** {@link #BODY_PER_NUCLEUS} of the same. */
  WIDE_PER_NUCLEUS,
  /** {@link #BODY_OTHERS} of the same. */
  WIDE_OTHERS,
  /** {@link #BODY_LEAK} of the same. */
  WIDE_LEAK,
  /** Median over directions of the steepest sum of both stains that is met outside of the hull. */
  EDGE_OUTSIDE,
  /** Lower quartile of the same. */
  EDGE_OUTSIDE_LOW,
  /** Four fifths of the hull's cytoplasm are less steep. */
  EDGE_WITHIN,
  /** The edge outside over that within. */
  EDGE_RATIO,
  /** Sum of both stains in the hull's cytoplasm less the 20th percentile around it. */
  ABOVE_PALE,
  /** The 80th percentile around it less the sum of both stains in the hull's cytoplasm. */
  BELOW_DARK
}
