package org.ranklens.ihc.slide;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An image of OME-XML: what it says of itself, and which pictures of the file are its planes. */
final class OmeImage {

  /** Pictures from one on: those of this file where the name of another is not given. */
  record Planes(int first, OptionalInt count, String fileName) {}

  String name = "";
  String objective = "";
  double width;
  double height;
  double channels = 1;
  double focalPlanes = 1;
  double acrossMicrons;
  double downMicrons;
  OptionalDouble objectivePower = OptionalDouble.empty();
  final List<Planes> planes = new ArrayList<>();

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

  /** Returns whether it was scanned as finely as another. */
  boolean isAlike(OmeImage other) {
    return isSlide() && acrossMicrons > 0 && acrossMicrons == other.acrossMicrons;
  }

  PixelSize pixelSize() {
    return acrossMicrons > 0
        ? PixelSize.found(acrossMicrons, downMicrons, "OME-XML")
        : PixelSize.unknown();
  }
}
