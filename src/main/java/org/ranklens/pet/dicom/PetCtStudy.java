package org.ranklens.pet.dicom;

import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;

/**
 * The PET and the CT to be measured.
 *
 * @param pet the attenuation-corrected PET
 * @param ct the CT of the same frame of reference, if there is one
 * @param remarks what was chosen over what, in words
 */
public record PetCtStudy(Series pet, Optional<Series> ct, List<String> remarks) {

  public PetCtStudy {
    remarks = List.copyOf(remarks);
  }

  /**
   * Chooses from a folder's series.
   *
   * @throws RefusedException where there is no PET that can be measured, or no telling which
   */
  public static PetCtStudy choose(FoundSeries found, SeriesChoice choice) throws RefusedException {
    return StudyChooser.choose(found, choice);
  }
}
