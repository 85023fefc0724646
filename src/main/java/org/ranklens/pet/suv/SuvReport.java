package org.ranklens.pet.suv;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

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

  /** Returns this report with more notes behind its own. */
  public SuvReport withNotes(List<String> more) {
    return with(warnings, joined(notes, more));
  }

  /** Returns this report with more warnings behind its own. */
  public SuvReport withWarnings(List<String> more) {
    return with(joined(warnings, more), notes);
  }

  private static List<String> joined(List<String> first, List<String> more) {
    return Stream.concat(first.stream(), more.stream()).distinct().toList();
  }

  private SuvReport with(List<String> warned, List<String> noted) {
    return new SuvReport(
        seriesUidHash,
        manufacturer,
        units,
        decayCorrection,
        suvType,
        factorMin,
        factorMax,
        referenceTime,
        referenceTimeRule,
        uptakeMinutes,
        candidateSpreadPercent,
        values,
        warned,
        noted,
        conditions);
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
