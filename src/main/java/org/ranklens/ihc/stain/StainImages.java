package org.ranklens.ihc.stain;

/**
 * Optical densities (base 10) of an area, row by row, as three planes. It owns its arrays.
 *
 * <p>The third plane is the residual: what is along neither stain, such as eosin, red cells, carbon
 * or pen.
 */
public final class StainImages {

  private final int width;
  private final int height;
  private final float[] hematoxylinOd;
  private final float[] dabOd;
  private final float[] residualOd;

  /**
   * Takes over three planes.
   *
   * @param hematoxylinOd {@code width * height} values; what stands behind them is not looked at
   */
  public StainImages(
      int width, int height, float[] hematoxylinOd, float[] dabOd, float[] residualOd) {
    int pixels = Math.multiplyExact(width, height);
    if (hematoxylinOd.length < pixels || dabOd.length < pixels || residualOd.length < pixels) {
      throw new IllegalArgumentException("planes are not " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.hematoxylinOd = hematoxylinOd;
    this.dabOd = dabOd;
    this.residualOd = residualOd;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int pixels() {
    return width * height;
  }

  /** Returns the plane itself, not a copy. */
  public float[] hematoxylinOd() {
    return hematoxylinOd;
  }

  /** Returns the plane itself, not a copy. */
  public float[] dabOd() {
    return dabOd;
  }

  /** Returns the plane itself, not a copy. */
  public float[] residualOd() {
    return residualOd;
  }
}
