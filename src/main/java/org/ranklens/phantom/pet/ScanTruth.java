package org.ranklens.phantom.pet;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is really in one scan.
 *
 * @param suvVolumeMax largest SUV of the whole volume
 * @param uptakeMinutes from injection to the start of the PET
 * @param weightKg on that day
 * @param liverMean SUV deep in the right liver lobe, metastases included; none out of view
 * @param lesions in the order they were planned
 */
public record ScanTruth(
    double suvVolumeMax,
    double uptakeMinutes,
    double weightKg,
    OptionalDouble liverMean,
    List<LesionTruth> lesions) {

  /** A ball in the right liver lobe, 25 mm in radius, far from its surface. */
  private static final Shape LIVER = Shape.ellipsoid(-76, -4, 6, 20, 20, 16);

  public ScanTruth {
    lesions = List.copyOf(lesions);
  }

  static ScanTruth of(
      ScanSettings scan, Posture posture, List<Lesion> lesions, PetVolume pet, short[] hu) {
    float largest = 0;
    for (float value : pet.suv) {
      largest = Math.max(largest, value);
    }
    OptionalDouble liver =
        Inside.find(pet.grid, posture, LIVER, index -> pet.suv[index])
            .map(Inside::mean)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    List<LesionTruth> truths =
        lesions.stream().map(lesion -> lesion(scan, posture, lesion, pet, hu)).toList();
    return new ScanTruth(largest, scan.uptakeSeconds() / 60, scan.weightKg(), liver, truths);
  }

  private static LesionTruth lesion(
      ScanSettings scan, Posture posture, Lesion lesion, PetVolume pet, short[] hu) {
    Inside uptake = Inside.of(pet.grid, posture, lesion.shape(), index -> pet.suv[index]);
    Inside density = Inside.of(scan.ctGrid(), posture, lesion.shape(), index -> hu[index]);
    double voxelMl = pet.grid.inPlaneMm() * pet.grid.inPlaneMm() * pet.grid.sliceMm() / 1000;
    return new LesionTruth(
        lesion.name(),
        uptake.max(),
        uptake.mean(),
        uptake.voxels(),
        uptake.voxels() * voxelMl,
        lesion.hu(),
        density.mean(),
        uptake.xMm(),
        uptake.yMm(),
        uptake.zMm());
  }
}
