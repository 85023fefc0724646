package org.ranklens.phantom.pet;

/**
 * A lesion, or the place of one that is gone, as it really is in one scan.
 *
 * @param name as planned
 * @param suvMax largest SUV of the voxels whose centres lie in it
 * @param suvMean mean SUV of these
 * @param voxels how many these are
 * @param volumeMl their volume
 * @param hu the density it was painted with
 * @param huMean mean HU of the CT voxels whose centres lie in it
 * @param xMm mean position of the PET voxels, DICOM patient coordinates
 * @param yMm the same
 * @param zMm the same
 */
public record LesionTruth(
    String name,
    double suvMax,
    double suvMean,
    int voxels,
    double volumeMl,
    double hu,
    double huMean,
    double xMm,
    double yMm,
    double zMm) {}
