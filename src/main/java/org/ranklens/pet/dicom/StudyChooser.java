package org.ranklens.pet.dicom;

import org.ranklens.RefusedException;

final class StudyChooser {
  private StudyChooser() {}

  static PetCtStudy choose(FoundSeries found, SeriesChoice choice) throws RefusedException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + found.folder() + " " + choice);
    }
    return null;
  }
}
