package org.ranklens.ihc.cell;

/**
 * One nucleus.
 *
 * @param shape its moments
 * @param mask its pixels
 */
record Nucleus(Ellipse shape, PixelRuns mask) {}
