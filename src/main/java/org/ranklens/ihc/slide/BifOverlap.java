package org.ranklens.ihc.slide;

import java.util.Locale;

/**
 * By how much tiles of a Ventana slide overlap along one axis: the mean of what its scanner found
 * at each joint, weighted by how sure it was.
 */
final class BifOverlap {

  /** Out of 100; below, the scanner itself holds every place it found for more likely wrong. */
  private static final double LEAST_CONFIDENCE = 50;

  private double sum;
  private double weight;
  private double mostSure = -1;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  void add(double pixels, double confidence) {
    sum += confidence * pixels;
    weight += confidence;
    mostSure = Math.max(mostSure, confidence);
    if (confidence >= LEAST_CONFIDENCE) {
      least = Math.min(least, pixels);
      most = Math.max(most, pixels);
    }
  }

  /** Returns why the places of tiles can't be told by it, empty where they can. */
  String unsure(String direction) {
    if (mostSure < 0) {
      return "its EncodeInfo has no joined TileJointInfo of the direction " + direction;
    }
    return mostSure < LEAST_CONFIDENCE
        ? String.format(
            Locale.ROOT,
            "the Confidence of its TileJointInfo of the direction %s is at most %.0f of 100",
            direction,
            mostSure)
        : "";
  }

  double mean() {
    return weight > 0 ? sum / weight : 0;
  }

  /** Returns how far the overlaps that the scanner was sure of lie apart. */
  double range() {
    return most > least ? most - least : 0;
  }
}
