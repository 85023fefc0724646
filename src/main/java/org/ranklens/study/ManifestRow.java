package org.ranklens.study;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ranklens.pet.dicom.SeriesChoice;
import org.ranklens.pet.suv.PatientOverrides;

/**
 * One line of a manifest.
 *
 * @param line its line in the file, the header being 1
 * @param caseCode the case's code, the only identifier of a patient
 * @param timepoint the time point's name, such as {@code baseline}
 * @param date the day of the scan or biopsy, where given
 * @param kind what lies at {@code path}
 * @param marker the marker of a slide, in capitals; empty for PET/CT
 * @param path the slide, or the folder of the PET/CT, resolved against the manifest's folder
 * @param roi regions of interest (GeoJSON or ImageJ ROI zip), where given
 * @param role sample or control
 * @param batch which slides were stained together, with their controls; may be empty
 * @param pixelSizeMicrons replaces the slide's own pixel size, level 0
 * @param overrides what replaces a value of the DICOM headers
 * @param cycles cycles of therapy since baseline, where given
 * @param series which PET and CT series to take, where the rule would take others
 */
public record ManifestRow(
    int line,
    String caseCode,
    String timepoint,
    Optional<LocalDate> date,
    Kind kind,
    String marker,
    Path path,
    Optional<Path> roi,
    Role role,
    String batch,
    OptionalDouble pixelSizeMicrons,
    PatientOverrides overrides,
    OptionalInt cycles,
    SeriesChoice series) {

  /** What an item of a manifest is. */
  public enum Kind {
    IHC,
    PETCT
  }

  /** What a slide is in its batch. */
  public enum Role {
    SAMPLE,
    NEGATIVE_CONTROL,
    POSITIVE_CONTROL
  }
}
