package org.ranklens.pet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.lesion.LesionMeasurement;
import org.ranklens.pet.lesion.Physiological;
import org.ranklens.pet.lesion.ReferenceRegion;
import org.ranklens.pet.suv.SuvReport;
import org.ranklens.pet.suv.SuvVolume;

/**
 * What was measured in one scan.
 *
 * @param name the time point's name
 * @param date the day of the scan
 * @param reader which reader served its files
 * @param suvReport on what grounds its SUVs stand
 * @param suv its SUVs
 * @param ct its CT, if it has one
 * @param references liver and aorta, as far as found
 * @param thresholdSuvBw what uptake was looked at, g/ml; 0 where a mask was given
 * @param thresholdRule how that came about, in words
 * @param lesions a row per lesion
 * @param physiological what was kept out
 * @param warnings what concerns the whole scan, in words
 */
public record TimePoint(
    String name,
    Optional<LocalDate> date,
    String reader,
    SuvReport suvReport,
    SuvVolume suv,
    Optional<CtVolume> ct,
    List<ReferenceRegion> references,
    double thresholdSuvBw,
    String thresholdRule,
    List<LesionMeasurement> lesions,
    List<Physiological> physiological,
    List<String> warnings) {

  public TimePoint {
    references = List.copyOf(references);
    lesions = List.copyOf(lesions);
    physiological = List.copyOf(physiological);
    warnings = List.copyOf(warnings);
  }

  /** Returns the liver, or else the aorta, or none. */
  public Optional<ReferenceRegion> reference() {
    return references.stream().findFirst();
  }
}
