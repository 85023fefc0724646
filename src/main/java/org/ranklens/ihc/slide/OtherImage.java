package org.ranklens.ihc.slide;

/**
 * A picture beside the slide, never analysed: a label, a macro photograph, a thumbnail.
 *
 * @param name as the file calls it, or its place in the file
 * @param width in pixels
 * @param height in pixels
 */
public record OtherImage(String name, int width, int height) {}
