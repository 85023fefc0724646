package org.ranklens.ihc.slide;

/** The pixels of a tile, wherever they lie, to be copied into a region. */
sealed interface TilePixels permits RgbImage, JpegMemory.Picture {

  int width();

  int height();

  /** Copies a rectangle into an image. */
  void copyTo(int x, int y, RgbImage target, int targetX, int targetY, int wide, int high);
}
