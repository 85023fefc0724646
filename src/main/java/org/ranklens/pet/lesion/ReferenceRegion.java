package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Point3;

/**
 * Normal tissue that uptake is compared with.
 *
 * @param tissue which one
 * @param centre of the sphere or cylinder, in DICOM patient coordinates
 * @param radiusMm its radius
 * @param heightMm its length from top to bottom
 * @param voxels voxels of the PET in it
 * @param suvBwMean their mean, g/ml
 * @param suvBwSd their standard deviation, g/ml
 */
public record ReferenceRegion(
    Tissue tissue,
    Point3 centre,
    double radiusMm,
    double heightMm,
    int voxels,
    double suvBwMean,
    double suvBwSd) {

  /** Which tissue. */
  public enum Tissue {
    /** A sphere of 3 cm in the right lobe of the liver. */
    LIVER,
    /** A cylinder of 1 x 2 cm in the descending aorta. */
    AORTA
  }
}
