package org.ranklens.study;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

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
 * @param overrides what replaces a value of the DICOM headers
 * @param cycles cycles of therapy since baseline, where given
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
    Overrides overrides,
    OptionalInt cycles) {

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

  /**
   * Values that replace those of the DICOM headers.
   *
   * @param weightKg body weight in kg
   * @param heightM body height in m
   * @param sex {@code M}, {@code F} or {@code O}
   * @param injectedMbq injected activity in MBq
   * @param injectionDateTime ISO date and time of the injection
   */
  public record Overrides(
      OptionalDouble weightKg,
      OptionalDouble heightM,
      Optional<String> sex,
      OptionalDouble injectedMbq,
      Optional<java.time.LocalDateTime> injectionDateTime) {

    /** Returns overrides that replace nothing. */
    public static Overrides none() {
      return new Overrides(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty());
    }
  }
}
