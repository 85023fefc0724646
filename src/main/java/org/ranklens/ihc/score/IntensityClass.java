package org.ranklens.ihc.score;

/** How strongly a cell stains. */
public enum IntensityClass {
  NEGATIVE(0),
  /** 1+. */
  WEAK(1),
  /** 2+. */
  MODERATE(2),
  /** 3+. */
  STRONG(3);

  private final int level;

  IntensityClass(int level) {
    this.level = level;
  }

  /** Returns 0, 1, 2 or 3. */
  public int level() {
    return level;
  }
}
