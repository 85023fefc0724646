package org.ranklens.ihc;

/**
 * The field that shows a finding best.
 *
 * @param x left edge in level-0 pixels
 * @param y upper edge
 * @param width in level-0 pixels
 * @param height in level-0 pixels
 */
public record ShowField(int x, int y, int width, int height) {}
