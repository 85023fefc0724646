package org.ranklens.ihc.slide;

/**
 * One resolution of a slide.
 *
 * @param index 0 for the largest
 * @param width in pixels
 * @param height in pixels
 * @param downsample level-0 pixels per pixel of this level, at least 1
 */
public record Level(int index, int width, int height, double downsample) {}
