package org.ranklens.ihc.stain;

/**
 * Takes out of DAB what pink osteoid, red cells and eosin add to it. Their colours lie on one side
 * of the plane of the two stains, and the further out, the more of their density reads as DAB: two
 * and a half times the residual for osteoid and red cells, less for eosin.
 */
final class PinkRemoval {

  /** The residual of a stained pixel is nearer to 0 than this share of its density. */
  private static final double STAIN_SHARE = 0.06;

  /** From this share on a pixel is pink and nothing else speaks for its residual. */
  private static final double PINK_SHARE = 0.14;

  private static final double DAB_PER_RESIDUAL = 2.5;

  private PinkRemoval() {}

  /** Corrects the DAB plane in place; it does not go below 0 by it. */
  static void fromDab(StainImages images, StainMatrix stains) {
    StainVector a = stains.hematoxylin();
    StainVector b = stains.dab();
    double cosine = a.red() * b.red() + a.green() * b.green() + a.blue() * b.blue();
    float[] h = images.hematoxylinOd();
    float[] dab = images.dabOd();
    float[] residual = images.residualOd();
    for (int i = 0; i < dab.length; i++) {
      double pink = -(double) residual[i];
      if (pink > 0 && dab[i] > 0) {
        double inPlane = h[i] * h[i] + dab[i] * dab[i] + 2.0 * h[i] * dab[i] * cosine;
        double share = pink / Math.sqrt(inPlane + pink * pink);
        if (share > STAIN_SHARE) {
          double weight = Math.min(1, (share - STAIN_SHARE) / (PINK_SHARE - STAIN_SHARE));
          dab[i] = (float) Math.max(0, dab[i] - weight * DAB_PER_RESIDUAL * pink);
        }
      }
    }
  }
}
