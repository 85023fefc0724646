package org.ranklens.pet.suv;

import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.SliceAttributes;
import org.ranklens.pet.dicom.Tag;

/** From rescaled values to Bq/ml, slice by slice (manual, "Voxel values and their unit"). */
final class ActivityFactor {

  private ActivityFactor() {}

  static double of(PetUnits units, SliceAttributes slice, Corrections corrections)
      throws RefusedException {
    DataSet top = slice.top();
    return switch (units.code()) {
      case "BQML" -> 1;
      case "CNTS" ->
          philips(top, Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR)
              .orElseThrow(
                  () ->
                      top.refusal(
                          "counts have no scale factor: this and "
                              + Tag.PHILIPS_SUV_SCALE_FACTOR.label()
                              + " are missing or 0",
                          Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR,
                          "export it with its private attributes, or "
                              + PatientOverrides.OTHER_SERIES));
      case "CPS" -> countsPerSecond(top, corrections);
      default ->
          throw top.refusal(
              "is " + units.code() + ", which gives no SUV (BQML, CNTS, CPS, GML, CM2ML do)",
              Tag.UNITS,
              PatientOverrides.OTHER_SERIES);
    };
  }

  /** A scale factor of Philips; 0.0 means that there is none (its conformance statements). */
  static OptionalDouble philips(DataSet top, Tag tag) throws RefusedException {
    OptionalDouble factor = top.number(tag);
    if (factor.isPresent() && factor.getAsDouble() < 0) {
      throw top.refusal("is " + factor.getAsDouble(), tag, "");
    }
    return factor.isPresent() && factor.getAsDouble() == 0 ? OptionalDouble.empty() : factor;
  }

  private static double countsPerSecond(DataSet top, Corrections corrections)
      throws RefusedException {
    corrections.requireForCounts();
    double[] spacing = top.requireNumbers(Tag.PIXEL_SPACING, 2);
    double voxelMl = spacing[0] * spacing[1] * top.requireNumber(Tag.SLICE_THICKNESS) / 1000;
    if (!(voxelMl > 0)) {
      throw top.refusal("is 0", Tag.SLICE_THICKNESS, "");
    }
    if (corrections.isDoseCalibrated()) {
      return 1 / voxelMl;
    }
    double calibration = top.requireNumber(Tag.DOSE_CALIBRATION_FACTOR);
    if (!(calibration > 0)) {
      throw top.refusal("is " + calibration, Tag.DOSE_CALIBRATION_FACTOR, "");
    }
    return calibration / voxelMl;
  }
}
