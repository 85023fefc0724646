package org.ranklens.pet.dicom;

/** A CT in Hounsfield units, rounded to whole ones. */
public final class CtVolume {

  private final Geometry geometry;
  private final short[] hu;
  private final CtProtocol protocol;

  /** Takes the array over, without copying. */
  public CtVolume(Geometry geometry, short[] hu, CtProtocol protocol) {
    if (hu.length != geometry.voxels()) {
      throw new IllegalArgumentException(
          hu.length + " values for a grid of " + geometry.voxels() + " voxels");
    }
    this.geometry = geometry;
    this.hu = hu;
    this.protocol = protocol;
  }

  /** Returns where the voxels lie. */
  public Geometry geometry() {
    return geometry;
  }

  /** Returns the values themselves, in the order of {@link Geometry#index}, not a copy. */
  public short[] hu() {
    return hu;
  }

  /** Returns how the CT was acquired, as far as its header says. */
  public CtProtocol protocol() {
    return protocol;
  }
}
