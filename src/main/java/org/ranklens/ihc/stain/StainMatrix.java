package org.ranklens.ihc.stain;

import java.util.Objects;

/**
 * The two stains of an H-DAB slide. The third axis of the deconvolution is their cross product:
 * what lies along it is neither of them.
 *
 * @param hematoxylin the counterstain
 * @param dab the chromogen
 */
public record StainMatrix(StainVector hematoxylin, StainVector dab) {

  private static final double LEAST_ANGLE_DEGREES = 3;

  public StainMatrix {
    Objects.requireNonNull(hematoxylin, "hematoxylin");
    Objects.requireNonNull(dab, "dab");
    if (hematoxylin.degreesTo(dab) < LEAST_ANGLE_DEGREES) {
      throw new IllegalArgumentException(
          "haematoxylin and DAB can't be told apart: their vectors are less than "
              + LEAST_ANGLE_DEGREES
              + " degrees apart");
    }
  }

  /**
   * Returns the vectors of Ruifrok AC, Johnston DA. Quantification of histochemical staining by
   * color deconvolution. Anal Quant Cytol Histol 2001;23:291-299.
   */
  public static StainMatrix ruifrok() {
    return new StainMatrix(
        new StainVector(0.650, 0.704, 0.286), new StainVector(0.268, 0.570, 0.776));
  }
}
