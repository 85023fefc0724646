package org.ranklens.pet.suv;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of {@code suv.csv}, but for its case and time point.
 *
 * @param seriesUidHash first 16 hexadecimal digits of the SHA-256 of the series' UID
 * @param manufacturer (0008,0070), or empty
 * @param units (0054,1001)
 * @param decayCorrection (0054,1102), or empty
 * @param suvType what the stored values were normalised by, empty where by nothing
 * @param factorMin smallest factor from rescaled values to SUVbw over the slices
 * @param factorMax largest factor
 * @param referenceTime what the activity was corrected to, in the scanner's local time
 * @param referenceTimeRule the rule that gave it, or how the SUV came about without one
 * @param uptakeMinutes from injection to the reference time
 * @param candidateSpreadPercent how far the SUVs by all candidates of the reference time lie apart
 * @param values what the voxels hold, if they were read
 * @param warnings what the user must know, in words
 * @param notes what was done, in words
 * @param conditions how the scan was done
 */
public record SuvReport(
    String seriesUidHash,
    String manufacturer,
    String units,
    String decayCorrection,
    String suvType,
    double factorMin,
    double factorMax,
    Optional<LocalDateTime> referenceTime,
    String referenceTimeRule,
    OptionalDouble uptakeMinutes,
    OptionalDouble candidateSpreadPercent,
    Optional<SuvStatistics> values,
    List<String> warnings,
    List<String> notes,
    ScanConditions conditions) {

  public SuvReport {
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /** Returns {@code ok} or {@code warning}. */
  public String status() {
    return warnings.isEmpty() ? "ok" : "warning";
  }

  /** Returns the warnings in one line, empty where there are none. */
  public String reason() {
    return String.join("; ", warnings);
  }
}
