package org.ranklens.pet;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Tag;

/** Whether a CT's values can be Hounsfield units: air is -1000, and slices change slowly. */
final class CtChecks {

  private static final int AIR_BELOW = -500;
  private static final int DENSEST = 4096;

  /** The mean of a slice may differ so much from both neighbours'. */
  private static final double UNLIKE_HU = 150;

  private CtChecks() {}

  static List<String> warnings(CtVolume ct) {
    List<String> warnings = new ArrayList<>();
    int least = Short.MAX_VALUE;
    long dense = 0;
    for (short value : ct.hu()) {
      least = Math.min(least, value);
      dense += value > DENSEST ? 1 : 0;
    }
    if (least > AIR_BELOW) {
      warnings.add(
          "the CT holds no air (its least value is %s): check its %s and %s before believing HU"
              .formatted(least, Tag.RESCALE_INTERCEPT.label(), Tag.RESCALE_SLOPE.label()));
    }
    if (dense > ct.hu().length / 100) {
      warnings.add(
          "over 1 %% of the CT is above %s HU: check its %s and %s before believing HU"
              .formatted(DENSEST, Tag.RESCALE_INTERCEPT.label(), Tag.RESCALE_SLOPE.label()));
    }
    unlike(ct, warnings);
    return warnings;
  }

  private static void unlike(CtVolume ct, List<String> warnings) {
    double[] means = means(ct);
    List<String> slices = new ArrayList<>();
    for (int k = 1; k < means.length - 1; k++) {
      double lower = Math.min(means[k - 1], means[k + 1]);
      double upper = Math.max(means[k - 1], means[k + 1]);
      if (means[k] > upper + UNLIKE_HU || means[k] < lower - UNLIKE_HU) {
        slices.add(Integer.toString(k + 1));
      }
    }
    if (!slices.isEmpty() && slices.size() * 4 < means.length) {
      warnings.add(
          "the CT's slice %s of %s has other Hounsfield units than both its neighbours: check its pixels and %s"
              .formatted(String.join(", ", slices), means.length, Tag.RESCALE_INTERCEPT.label()));
    }
  }

  private static double[] means(CtVolume ct) {
    Geometry grid = ct.geometry();
    int perSlice = grid.columns() * grid.rows();
    double[] means = new double[grid.slices()];
    short[] hu = ct.hu();
    for (int i = 0; i < hu.length; i++) {
      means[i / perSlice] += hu[i] / (double) perSlice;
    }
    return means;
  }
}
