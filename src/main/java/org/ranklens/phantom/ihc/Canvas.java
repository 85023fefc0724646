package org.ranklens.phantom.ihc;

import java.util.Arrays;

/** The field as optical densities, pixel by pixel, with who owns each pixel. */
final class Canvas {

  static final int NOBODY = -1;

  final int width;
  final int height;
  final double pixelSizeMicrons;
  final float[] hematoxylinOd;
  final float[] dabOd;
  final float[] eosinOd;

  /** Index of the cell in its list, or {@link #NOBODY}. */
  final int[] owner;

  /** True inside a nucleus. */
  final boolean[] nucleus;

  /** What lies over the tissue, as densities in red, green and blue; empty where there is none. */
  final float[][] overlayOd;

  /** 1 + the place of an {@link ArtefactKind}, or 0; empty where there is none. */
  final byte[] artefact;

  Canvas(FieldSettings field, boolean artefacts) {
    this.width = field.widthPx();
    this.height = field.heightPx();
    this.pixelSizeMicrons = field.pixelSizeMicrons();
    int pixels = Math.multiplyExact(width, height);
    this.hematoxylinOd = new float[pixels];
    this.dabOd = new float[pixels];
    this.eosinOd = new float[pixels];
    this.owner = new int[pixels];
    this.nucleus = new boolean[pixels];
    this.overlayOd = new float[3][artefacts ? pixels : 0];
    this.artefact = new byte[artefacts ? pixels : 0];
    Arrays.fill(owner, NOBODY);
  }

  /** The centre of a pixel, in micrometres from the left or upper border. */
  double microns(int pixel) {
    return (pixel + 0.5) * pixelSizeMicrons;
  }

  /** Called for every pixel whose centre may lie within a blob. */
  void around(Blob blob, PixelVisitor visitor) {
    double reach = blob.reach();
    int left = Math.max(0, (int) Math.floor((blob.x - reach) / pixelSizeMicrons));
    int right = Math.min(width - 1, (int) Math.ceil((blob.x + reach) / pixelSizeMicrons));
    int top = Math.max(0, (int) Math.floor((blob.y - reach) / pixelSizeMicrons));
    int bottom = Math.min(height - 1, (int) Math.ceil((blob.y + reach) / pixelSizeMicrons));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double distance = blob.distance(microns(x), microns(y));
        if (distance < 1) {
          visitor.visit(y * width + x, microns(x), microns(y), distance);
        }
      }
    }
  }

  interface PixelVisitor {
    void visit(int pixel, double xMicrons, double yMicrons, double distance);
  }
}
