package org.ranklens.pet.lesion;

import java.util.OptionalDouble;
import org.ranklens.pet.dicom.Point3;

/**
 * What a lesion takes up. A peak is the mean of all voxels of the volume whose centres lie within
 * 6.2035 mm (a sphere of 1 cm3) of a voxel's centre.
 *
 * @param voxels voxels of its VOI
 * @param mtvMl metabolic tumour volume: the volume of its VOI in ml
 * @param suvBwMax largest SUVbw in it, g/ml
 * @param suvBwMean mean SUVbw in it, g/ml
 * @param suvBwPeakLocal peak around its maximum, g/ml
 * @param suvBwPeakGlobal largest peak around any of its voxels, g/ml
 * @param sulPeak the largest peak by lean body mass, g/ml; empty where height or sex is unknown
 * @param suvBsaMax largest SUV by body surface area, cm2/ml; empty where the height is unknown
 * @param tlgG total lesion glycolysis: SUVbw mean times MTV, g
 * @param longestMm largest distance of two of its voxels' centres in one slice, mm
 * @param maximum where the largest SUV lies, in DICOM patient coordinates
 */
public record UptakeMeasures(
    int voxels,
    double mtvMl,
    double suvBwMax,
    double suvBwMean,
    double suvBwPeakLocal,
    double suvBwPeakGlobal,
    OptionalDouble sulPeak,
    OptionalDouble suvBsaMax,
    double tlgG,
    double longestMm,
    Point3 maximum) {}
