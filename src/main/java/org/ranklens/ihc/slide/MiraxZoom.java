package org.ranklens.ihc.slide;

/**
 * A level of a MIRAX slide as its {@code Slidedat.ini} tells it. A photograph of level 0 is cut
 * into {@code divisions} x {@code divisions} images; an image of a smaller level holds {@code
 * concat} x {@code concat} of those, each made smaller by as much, side by side with their
 * overlaps.
 *
 * @param concat how many images of the finest cut an image of this level holds along an edge
 * @param divisions images of a photograph along an edge
 * @param width of an image in pixels
 * @param height of an image in pixels
 */
record MiraxZoom(int concat, int divisions, int width, int height) {

  /** Returns how many tiles along an edge an image is cut into, so that each is of one photo. */
  int tilesPerImage() {
    return Math.max(1, concat / divisions);
  }

  /** Returns how many tiles along an edge a photograph has. */
  int tilesPerPhoto() {
    return Math.max(1, divisions / concat);
  }

  double tileWidth() {
    return (double) width / tilesPerImage();
  }

  double tileHeight() {
    return (double) height / tilesPerImage();
  }
}
