package org.ranklens.pet.dicom;

import java.util.Optional;

/**
 * Which series the user wants, over the rule: by UID, number or description.
 *
 * @param pet the PET series, or empty for the rule
 * @param ct the CT series, or empty for the rule
 */
public record SeriesChoice(Optional<String> pet, Optional<String> ct) {

  /** Returns the rule for both. */
  public static SeriesChoice byRule() {
    return new SeriesChoice(Optional.empty(), Optional.empty());
  }
}
