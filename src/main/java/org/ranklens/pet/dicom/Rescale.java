package org.ranklens.pet.dicom;

import java.util.Optional;
import org.ranklens.RefusedException;

/**
 * From stored values to those that are meant (DICOM PS3.3, C.7.6.16.2.9 and C.8.9.4).
 *
 * @param slope (0028,1053) of the slice
 * @param intercept (0028,1052) of the slice, 0 where it is absent
 */
record Rescale(double slope, double intercept) {

  static Rescale of(Slice slice) throws RefusedException {
    SliceAttributes at = slice.attributes();
    Optional<DataSet> mapping = at.realWorldMapping();
    if (mapping.isPresent() && hasUnitsOnlyThere(at.top())) {
      return new Rescale(
          mapping.get().requireNumber(Tag.REAL_WORLD_VALUE_SLOPE),
          mapping.get().number(Tag.REAL_WORLD_VALUE_INTERCEPT).orElse(0));
    }
    DataSet holder = at.holder(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_SLOPE);
    double slope = holder.requireNumber(Tag.RESCALE_SLOPE);
    if (slope == 0) {
      throw holder.refusal("is 0", Tag.RESCALE_SLOPE, "");
    }
    return new Rescale(
        slope, at.number(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_INTERCEPT).orElse(0));
  }

  /** An enhanced PET tells its unit with the mapping, so that it is the mapping that gives it. */
  private static boolean hasUnitsOnlyThere(DataSet top) {
    return top.stringOrEmpty(Tag.MODALITY).equals("PT") && !top.contains(Tag.UNITS);
  }
}
