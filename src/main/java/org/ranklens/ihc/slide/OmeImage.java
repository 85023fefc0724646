package org.ranklens.ihc.slide;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An image of OME-XML: what it says of itself, and which pictures of the file are its planes.
 *
 * @param number its place in the XML
 * @param name as the XML calls it, empty where it does not
 * @param width in pixels, 0 where it is not told, as of all that follow
 * @param height in pixels
 * @param channels samples of a pixel, whether in one picture or in several
 * @param focalPlanes pictures behind each other
 * @param significantBits of a sample
 * @param acrossMicrons a pixel's width
 * @param downMicrons a pixel's height
 * @param objectivePower magnification
 * @param planes its pictures
 */
record OmeImage(
    int number,
    String name,
    double width,
    double height,
    double channels,
    double focalPlanes,
    double significantBits,
    double acrossMicrons,
    double downMicrons,
    OptionalDouble objectivePower,
    List<Planes> planes) {

  /** Pictures from one on: those of this file where the name of another is not given. */
  record Planes(int first, OptionalInt count, String fileName) {}

  OmeImage {
    planes = List.copyOf(planes);
  }

  /** Returns whether its XML says nothing of its size, or this size. */
  boolean mayHave(long pixelsAcross, long pixelsDown) {
    return (width == 0 && height == 0) || has(pixelsAcross, pixelsDown);
  }

  boolean has(long pixelsAcross, long pixelsDown) {
    return width == pixelsAcross && height == pixelsDown;
  }

  boolean isSlide() {
    return !OtherImage.isNamedSo(name);
  }

  /** Returns whether it was scanned as finely as another: tissue, too. */
  boolean isAlike(OmeImage other) {
    return isSlide() && OtherImage.isAsFine(acrossMicrons, other.acrossMicrons);
  }

  PixelSize pixelSize() {
    return acrossMicrons > 0
        ? PixelSize.found(acrossMicrons, downMicrons, "OME-XML")
        : PixelSize.unknown();
  }
}
