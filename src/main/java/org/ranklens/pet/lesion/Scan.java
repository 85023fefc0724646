package org.ranklens.pet.lesion;

import java.util.Objects;
import java.util.Optional;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.suv.SuvVolume;

/** One scan's voxels, and its anatomy once somebody asked for it. Used by one thread at a time. */
public final class Scan {

  private final SuvVolume suv;
  private final Optional<CtVolume> ct;
  private Optional<Anatomy> anatomy = Optional.empty();

  /**
   * Takes the volumes over, without copying.
   *
   * @param ct the CT of the same frame of reference, if there is one
   */
  public Scan(SuvVolume suv, Optional<CtVolume> ct) {
    this.suv = Objects.requireNonNull(suv, "suv");
    this.ct = Objects.requireNonNull(ct, "ct");
  }

  /** Returns its SUVs. */
  public SuvVolume suv() {
    return suv;
  }

  /** Returns its CT, if there is one. */
  public Optional<CtVolume> ct() {
    return ct;
  }

  /** Returns its anatomy; none without a CT. */
  Optional<Anatomy> anatomy() {
    if (anatomy.isEmpty()) {
      anatomy = ct.map(c -> Anatomy.of(suv, c));
    }
    return anatomy;
  }
}
