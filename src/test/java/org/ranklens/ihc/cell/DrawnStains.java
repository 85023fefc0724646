package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.StainImages;

/** Densities drawn by hand: discs over discs, half a micrometre per pixel, no blur, no noise. */
final class DrawnStains {

  static final double PIXEL_MICRONS = 0.5;

  private final int width;
  private final int height;
  private final float[] hematoxylin;
  private final float[] dab;

  DrawnStains(int width, int height) {
    this.width = width;
    this.height = height;
    this.hematoxylin = new float[width * height];
    this.dab = new float[width * height];
  }

  /** Gives a disc these densities, whatever was there; all lengths in micrometres. */
  DrawnStains disc(double x, double y, double radius, double hematoxylinOd, double dabOd) {
    for (int p = 0; p < dab.length; p++) {
      double dx = (p % width + 0.5) * PIXEL_MICRONS - x;
      double dy = (Math.floorDiv(p, width) + 0.5) * PIXEL_MICRONS - y;
      if (dx * dx + dy * dy <= radius * radius) {
        hematoxylin[p] = (float) hematoxylinOd;
        dab[p] = (float) dabOd;
      }
    }
    return this;
  }

  StainImages images() {
    return new StainImages(width, height, hematoxylin, dab, new float[width * height]);
  }

  /** Returns a frame that is all core. */
  TileFrame frame() {
    return new TileFrame(0, 0, new TileFrame.Core(0, 0, width, height), 1, PIXEL_MICRONS);
  }
}
