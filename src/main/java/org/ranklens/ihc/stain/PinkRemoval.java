package org.ranklens.ihc.stain;

/**
 * Takes out of DAB what pink osteoid, red cells and eosin add to it. Their colours lie on one side
 * of the plane of the two stains, and the further out, the more of their density reads as DAB: how
 * much, {@link PinkTone} measures once per slide.
 */
final class PinkRemoval {

  /** The residual of a stained pixel is nearer to 0 than this share of its density. */
  private static final float STAIN_SHARE = 0.06f;

  /** From this share on a pixel is pink and nothing else speaks for its residual. */
  private static final float PINK_SHARE = (float) PinkTone.PINK_SHARE;

  private static final float PER_SHARE = 1 / (PINK_SHARE - STAIN_SHARE);

  /** Keeps glass without any density from being divided by 0. */
  private static final float NOTHING = 1e-12f;

  private PinkRemoval() {}

  /** Corrects the DAB plane in place; it does not go below 0 by it. */
  static void fromDab(StainImages images, StainEstimate estimate) {
    correct(
        images.hematoxylinOd(),
        images.dabOd(),
        images.residualOd(),
        images.pixels(),
        (float) (2 * PinkTone.cosine(estimate.stains())),
        (float) estimate.dabPerPink());
  }

  /** Without branches, so that the compiler takes many pixels at once. */
  private static void correct(
      float[] h, float[] dab, float[] residual, int pixels, float twiceCosine, float dabPerPink) {
    for (int i = 0; i < pixels; i++) {
      float pink = Math.max(0, -residual[i]);
      float d = dab[i];
      float square = h[i] * h[i] + d * d + twiceCosine * h[i] * d + pink * pink + NOTHING;
      float share = pink / (float) Math.sqrt(square);
      float weight = Math.max(0, Math.min(1, (share - STAIN_SHARE) * PER_SHARE));
      dab[i] = Math.max(Math.min(d, 0), d - weight * dabPerPink * pink);
    }
  }
}
