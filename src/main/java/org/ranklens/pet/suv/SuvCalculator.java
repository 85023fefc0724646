package org.ranklens.pet.suv;

import java.io.IOException;
import org.ranklens.pet.dicom.Series;

/** Computes what turns a PET series into SUVs, from its headers alone. */
public final class SuvCalculator {

  private SuvCalculator() {}

  /**
   * Returns the scale of a series.
   *
   * @throws org.ranklens.RefusedException where the header can't give a right SUV: the message
   *     names the tag
   */
  public static SuvScale scale(Series pet, SuvSettings settings, PatientOverrides overrides)
      throws IOException {
    return ScaleBuilder.build(pet, settings, overrides);
  }
}
