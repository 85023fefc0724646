package org.ranklens.ihc.cell;

import org.ranklens.ihc.stain.PlaneMemory;
import org.ranklens.ihc.stain.StainImages;

/** The plane that nuclei stand out of, by where the marker stains. */
final class NuclearPlane {

  /**
   * Cytoplasm full of DAB shows some haematoxylin (colour subsampling of JPEG, its own
   * counterstain, vectors that are slightly off), and its nucleus less DAB: without this share of
   * it the nucleus stands out of its cell, not the cell out of its surroundings.
   */
  private static final float DAB_SHARE = 0.15f;

  /** Red densities of the stains' usual vectors (Ruifrok and Johnston 2001). */
  private static final double RED_OF_HEMATOXYLIN = 0.65;

  private static final double RED_OF_DAB = 0.27;

  /** So that pale nuclei pass the thresholds made for haematoxylin. */
  private static final double GAIN = 1.5;

  /** Denser than a nucleus' haematoxylin ever is: what is black is black by DAB. */
  private static final double MOST_HEMATOXYLIN_OD = 0.9;

  private static final float PALE_SHARE = 0.4f;

  private NuclearPlane() {}

  static float[] of(StainImages images, Compartment marker, PlaneMemory memory) {
    float[] plane = memory.floats(images.pixels());
    if (marker == Compartment.CYTOPLASM) {
      besideCytoplasm(images.hematoxylinOd(), images.dabOd(), images.pixels(), plane);
    } else {
      redTaken(images.hematoxylinOd(), images.dabOd(), images.pixels(), plane);
    }
    return plane;
  }

  private static void besideCytoplasm(float[] h, float[] dab, int pixels, float[] plane) {
    for (int p = 0; p < pixels; p++) {
      plane[p] = h[p] - DAB_SHARE * Math.max(0, dab[p]);
    }
  }

  /**
   * The share of red light that is taken away: both stains darken it, and a black nucleus leaves
   * room for a pale one beside it.
   */
  private static void redTaken(float[] h, float[] dab, int pixels, float[] plane) {
    for (int p = 0; p < pixels; p++) {
      double red = RED_OF_HEMATOXYLIN * h[p] + RED_OF_DAB * (double) Math.max(0, dab[p]);
      plane[p] = (float) (GAIN * (1 - Math.pow(10, -red)));
    }
  }

  /**
   * Returns the plane that pale nuclei stand out of beside marked ones: brown haze takes red light
   * away as they do, but has no haematoxylin.
   */
  static float[] pale(StainImages images, float[] plane, PlaneMemory memory) {
    float[] pale = memory.floats(images.pixels());
    float[] h = images.hematoxylinOd();
    for (int p = 0; p < images.pixels(); p++) {
      pale[p] = PALE_SHARE * Math.max(0, h[p]) + (1 - PALE_SHARE) * plane[p];
    }
    return pale;
  }

  /** Returns the DAB of a pixel of a nucleus. Black has no colour to unmix. */
  static double dab(StainImages images, int p, Compartment marker) {
    double excess =
        marker == Compartment.NUCLEUS ? images.hematoxylinOd()[p] - MOST_HEMATOXYLIN_OD : 0;
    return images.dabOd()[p] + Math.max(0, excess);
  }

  /** Returns the DAB plane with what is black by DAB in it. */
  static float[] dab(StainImages images) {
    float[] plane = new float[images.pixels()];
    for (int p = 0; p < plane.length; p++) {
      plane[p] = (float) dab(images, p, Compartment.NUCLEUS);
    }
    return plane;
  }
}
