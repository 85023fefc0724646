package org.ranklens.review;

/**
 * A field that readers see, in level-0 pixels.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 * @param amongGiants chosen around a giant cell; else at random within tissue
 */
record Field(int x, int y, int width, int height, boolean amongGiants) {

  boolean holds(double px, double py) {
    return px >= x && px < x + width && py >= y && py < y + height;
  }

  boolean meets(Field other) {
    return x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }
}
