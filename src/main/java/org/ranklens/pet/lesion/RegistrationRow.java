package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Point3;

/**
 * A row of {@code registration.csv}, but for its case: where a VOI, or the body, lies in two scans.
 *
 * @param from the earlier time point
 * @param to the later time point
 * @param voi a lesion's name, or {@code body} for the global transform
 * @param fromPosition the VOI's centre (for {@code body} that of the bone) in the earlier scan
 * @param toPosition where that lies in the later scan; empty where the registration failed
 * @param rotationDeg angle of the rotation between them, degrees
 * @param correlation correlation of the two CTs' HU in the bone, -1 to 1
 * @param residualMm how far apart the edges of both CTs still lie in the bone, mm
 * @param warnings what the user must know, in words
 * @param failure why there is no transform, in words
 */
public record RegistrationRow(
    String from,
    String to,
    String voi,
    Optional<Point3> fromPosition,
    Optional<Point3> toPosition,
    OptionalDouble rotationDeg,
    OptionalDouble correlation,
    OptionalDouble residualMm,
    List<String> warnings,
    Optional<String> failure) {

  public RegistrationRow {
    warnings = List.copyOf(warnings);
  }

  /** Returns {@code ok}, {@code warning} or {@code failed}. */
  public String status() {
    return RowStatus.of(warnings, failure);
  }

  /** Returns failure and warnings in one line, empty where there are none. */
  public String reason() {
    return RowStatus.reason(warnings, failure);
  }
}
