package org.ranklens.phantom.pet;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One visit to the scanner.
 *
 * @param injection when the tracer was given
 * @param uptakeSeconds from injection to the start of the PET
 * @param injectedBq activity at injection
 * @param weightKg the patient's weight on that day
 * @param petGrid voxels of the PET
 * @param ctGrid voxels of the CT
 */
public record ScanSettings(
    LocalDateTime injection,
    double uptakeSeconds,
    double injectedBq,
    double weightKg,
    VoxelGrid petGrid,
    VoxelGrid ctGrid) {

  LocalDateTime start() {
    return injection.plusSeconds(Math.round(uptakeSeconds));
  }

  /** The date of the scan, which after midnight isn't that of the injection. */
  public LocalDate date() {
    return start().toLocalDate();
  }

  /** The same visit with other voxels. */
  public ScanSettings onGrids(VoxelGrid pet, VoxelGrid ct) {
    return new ScanSettings(injection, uptakeSeconds, injectedBq, weightKg, pet, ct);
  }

  ScanSettings injectedAt(LocalDateTime value) {
    return new ScanSettings(value, uptakeSeconds, injectedBq, weightKg, petGrid, ctGrid);
  }
}
