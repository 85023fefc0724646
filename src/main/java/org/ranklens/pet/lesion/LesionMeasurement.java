package org.ranklens.pet.lesion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Point3;

/**
 * A row of {@code lesions.csv}: a lesion at a time point, but for case, time point and date.
 *
 * @param lesion its name, the same at all time points
 * @param position centre of its VOI in that scan's DICOM patient coordinates; empty where a VOI
 *     could not be carried over
 * @param voi where its uptake was measured, on that scan's PET grid; empty where nothing takes up
 * @param site its VOI, or the earlier one carried over, in which {@code siteSuvBwMax} and {@code
 *     density} were measured
 * @param uptake what it takes up; empty where nothing does any more
 * @param siteSuvBwMax largest SUVbw in the site, g/ml
 * @param density on the CT, in the site
 * @param isNew whether it appeared after the first time point
 * @param warnings what the user must know, in words
 * @param failure why it could not be measured, in words
 */
public record LesionMeasurement(
    String lesion,
    Optional<Point3> position,
    Optional<Voi> voi,
    Optional<Voi> site,
    Optional<UptakeMeasures> uptake,
    OptionalDouble siteSuvBwMax,
    Optional<DensityMeasures> density,
    boolean isNew,
    List<String> warnings,
    Optional<String> failure) {

  public LesionMeasurement {
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
