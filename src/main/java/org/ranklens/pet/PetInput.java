package org.ranklens.pet;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.suv.PatientOverrides;

/**
 * One time point to analyse.
 *
 * @param timepoint its name, such as {@code baseline}
 * @param folder holds its PET and CT series
 * @param date the day of the scan; empty to take the header's
 * @param overrides what replaces a value of the headers
 * @param cycles cycles of therapy since the first time point, where known
 * @param series which series to take
 */
public record PetInput(
    String timepoint,
    Path folder,
    Optional<LocalDate> date,
    PatientOverrides overrides,
    OptionalInt cycles,
    SeriesChoice series) {

  public PetInput {
    Objects.requireNonNull(folder, "folder");
    if (timepoint.isBlank()) {
      throw new IllegalArgumentException("a time point needs a name");
    }
  }

  /** Returns a time point of which only the folder is known. */
  public static PetInput of(String timepoint, Path folder) {
    return new PetInput(
        timepoint,
        folder,
        Optional.empty(),
        PatientOverrides.none(),
        OptionalInt.empty(),
        SeriesChoice.byRule());
  }
}
