package org.ranklens.ihc.cell;

/**
 * Which components are looked at: smaller ones are no nucleus, and what becomes of larger ones
 * would depend on what is far away.
 *
 * @param leastArea in pixels
 * @param mostArea in pixels
 * @param mostExtent longer edge of the bounding box, pixels
 */
record NodeBounds(int leastArea, int mostArea, int mostExtent) {}
