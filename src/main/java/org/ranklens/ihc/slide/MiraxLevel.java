package org.ranklens.ihc.slide;

/**
 * A level of a MIRAX slide.
 *
 * @param level its size
 * @param zoom how its images are cut
 * @param layout where their tiles lie
 * @param images where they are in the data files
 */
record MiraxLevel(Level level, MiraxZoom zoom, MiraxLayout layout, MiraxImages images) {}
