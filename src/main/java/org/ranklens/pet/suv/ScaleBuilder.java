package org.ranklens.pet.suv;

import java.io.IOException;
import org.ranklens.pet.dicom.Series;

final class ScaleBuilder {
  private ScaleBuilder() {}

  static SuvScale build(Series pet, SuvSettings settings, PatientOverrides overrides)
      throws IOException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + pet.label() + settings + overrides);
    }
    return null;
  }
}
