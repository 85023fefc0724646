package org.ranklens.ihc.slide;

/**
 * A rectangle of a level, in pixels of that level.
 *
 * @param level the level's index
 * @param x left edge
 * @param y upper edge
 * @param width at least 1
 * @param height at least 1
 */
public record Region(int level, int x, int y, int width, int height) {

  public Region {
    if (level < 0 || x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException("no region: " + level + " " + x + " " + y);
    }
  }

  /** Returns the whole of a level. */
  public static Region of(Level level) {
    return new Region(level.index(), 0, 0, level.width(), level.height());
  }

  void checkWithin(Level within) {
    if ((long) x + width > within.width() || (long) y + height > within.height()) {
      throw new IllegalArgumentException(
          this + " leaves the level of " + within.width() + " x " + within.height());
    }
  }
}
