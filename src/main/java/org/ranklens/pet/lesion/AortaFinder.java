package org.ranklens.pet.lesion;

import java.util.Optional;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.SuvVolume;

/**
 * Places a cylinder of 1 x 2 cm in the descending aorta: beside and in front of the spine, left, at
 * the height of the lungs, soft tissue of the evenest uptake above muscle's.
 */
final class AortaFinder {

  private static final double RADIUS_MM = 5;
  private static final double LENGTH_MM = 20;

  private AortaFinder() {}

  static Optional<ReferenceRegion> find(Anatomy anatomy, SuvVolume suv) {
    if (anatomy.lungBaseMm.isEmpty() || anatomy.muscleSuv <= 0) {
      return Optional.empty();
    }
    Geometry grid = anatomy.grid;
    float[] smooth = Smoothing.gaussian(anatomy.suv, grid, 3);
    boolean[] blood = blood(anatomy, smooth);
    boolean[] other = new boolean[blood.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = !blood[i];
    }
    float[] depth = DistanceMap.to(other, grid);
    int best = -1;
    for (int i = 0; i < depth.length; i++) {
      if (depth[i] >= 8 && (best < 0 || depth[i] > depth[best]) && besideSpine(anatomy, i)) {
        best = i;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    return Optional.of(
        ReferenceMeter.cylinder(
            ReferenceRegion.Tissue.AORTA, suv, Extent.centre(grid, best), RADIUS_MM, LENGTH_MM));
  }

  private static boolean[] blood(Anatomy anatomy, float[] suv) {
    boolean[] blood = new boolean[suv.length];
    for (int i = 0; i < suv.length; i++) {
      double z = anatomy.heightMm(i);
      blood[i] =
          z > anatomy.lungBaseMm.getAsDouble()
              && z < anatomy.lungTopMm.getAsDouble()
              && anatomy.hu[i] > 0
              && anatomy.hu[i] < 400
              && suv[i] > 1.3 * anatomy.muscleSuv
              && suv[i] < 5 * anatomy.muscleSuv;
    }
    return blood;
  }

  private static boolean besideSpine(Anatomy anatomy, int index) {
    Point3 at = Extent.centre(anatomy.grid, index);
    double side = at.xMm() - anatomy.midlineMm(at.zMm());
    if (side < -5 || side > 45) {
      return false;
    }
    for (double back = 0; back <= 60; back += Anatomy.STEP_MM) {
      for (double x = -side - 10; x <= -side + 10; x += Anatomy.STEP_MM) {
        if (anatomy.bone[anatomy.nearest(at.plus(new Point3(x, back, 0)))]) {
          return true;
        }
      }
    }
    return false;
  }
}
