package org.ranklens.pet.suv;

import org.ranklens.pet.dicom.Geometry;

/** SUVs by body weight (g/ml) on their grid. */
public final class SuvVolume {

  private final Geometry geometry;
  private final float[] suvBw;
  private final BodyFactors bodyFactors;

  /** Takes the array over, without copying. */
  public SuvVolume(Geometry geometry, float[] suvBw, BodyFactors bodyFactors) {
    if (suvBw.length != geometry.voxels()) {
      throw new IllegalArgumentException(
          suvBw.length + " values for a grid of " + geometry.voxels() + " voxels");
    }
    this.geometry = geometry;
    this.suvBw = suvBw;
    this.bodyFactors = bodyFactors;
  }

  /** Returns where the voxels lie. */
  public Geometry geometry() {
    return geometry;
  }

  /** Returns the values themselves, in the order of {@link Geometry#index}, not a copy. */
  public float[] suvBw() {
    return suvBw;
  }

  /** Returns what turns the values into SUL and others. */
  public BodyFactors bodyFactors() {
    return bodyFactors;
  }
}
