package org.ranklens.ihc.cell;

/** What speaks for and against two neighbouring nuclei lying in one cytoplasm. */
enum PairFeature {
  /** Micrometres between the centres. */
  DISTANCE,
  /** Micrometres of the straight way between the centres that are outside of nuclei. */
  GAP,
  /** Difference of the cytoplasm around both, over the level of both. */
  OD_DIFFERENCE,
  /** How far DAB falls on the way below the paler of both, over the level of both. */
  VALLEY,
  /** How far DAB rises on the way above the darker of both, over the level of both. */
  RIDGE,
  /** The least haematoxylin on the way. */
  HEMATOXYLIN_VALLEY,
  /** Close neighbours of like stain that the lonelier of both has. */
  CROWD,
  /** Close neighbours of like stain that both have. */
  CROWD_SUM,
  /** Mean DAB of the cytoplasm around both. */
  LEVEL,
  /** Share of the disc around both, nuclei left out, whose DAB is near the level. */
  DISC_EVEN,
  /** Share of that disc whose DAB is far below the level. */
  DISC_PALE,
  /** Mean haematoxylin of that disc. */
  DISC_HEMATOXYLIN,
  /** Spread of haematoxylin in that disc. */
  DISC_HEMATOXYLIN_SPREAD,
  /** Spread of DAB in that disc, over the level. */
  DISC_SPREAD,
  /** Distance over the larger distance of both to their nearest neighbour. */
  RANK,
  /** Area of the smaller nucleus over that of the larger one. */
  SIZE_RATIO,
  /** Axis ratio of the longer drawn one. */
  ELONGATION,
  /** The steepest DAB on the way, optical density per micrometre. */
  EDGE,
  /** The steepest sum of both stains on the way, further from nuclei than they darken. */
  EDGE_BOTH,
  /** How far the sum of both stains falls on the way below the paler end, optical density. */
  VALLEY_BOTH
}
