package org.ranklens.pet.dicom;

/**
 * What a PET series stores, rescaled slice by slice (stored value times the slice's slope), in the
 * unit its header names (most often Bq/ml): not yet an SUV.
 */
public final class ActivityVolume {

  private final Geometry geometry;
  private final float[] values;

  /** Takes the array over, without copying. */
  public ActivityVolume(Geometry geometry, float[] values) {
    if (values.length != geometry.voxels()) {
      throw new IllegalArgumentException(
          values.length + " values for a grid of " + geometry.voxels() + " voxels");
    }
    this.geometry = geometry;
    this.values = values;
  }

  /** Returns where the voxels lie. */
  public Geometry geometry() {
    return geometry;
  }

  /** Returns the values themselves, in the order of {@link Geometry#index}, not a copy. */
  public float[] values() {
    return values;
  }
}
