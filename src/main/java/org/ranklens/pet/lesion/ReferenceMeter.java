package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.suv.SuvVolume;

/** Mean and standard deviation of the PET's own voxels in a sphere or an upright cylinder. */
final class ReferenceMeter {

  private ReferenceMeter() {}

  static ReferenceRegion measure(
      ReferenceRegion.Tissue tissue, SuvVolume suv, Point3 centre, ReferenceShape shape) {
    Geometry grid = suv.geometry();
    float[] values = suv.suvBw();
    int n = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      if (shape.holds(Extent.centre(grid, i).minus(centre))) {
        n++;
        sum += values[i];
        squares += (double) values[i] * values[i];
      }
    }
    double mean = n == 0 ? 0 : sum / n;
    double variance = n < 2 ? 0 : Math.max(0, (squares - n * mean * mean) / (n - 1));
    return new ReferenceRegion(
        tissue, centre, shape.radiusMm(), shape.heightMm(), n, mean, Math.sqrt(variance));
  }
}
