package org.ranklens.pet.suv;

import java.util.List;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * That the corrections which an SUV needs were done, by (0028,0051) or an enhanced object's flags.
 */
final class Corrections {

  private static final List<String> FOR_COUNTS = List.of("NORM", "DTIM", "SCAT", "RAN");

  private final DataSet top;
  private final List<String> done;

  private Corrections(DataSet top) {
    this.top = top;
    this.done = top.strings(Tag.CORRECTED_IMAGE);
  }

  static Corrections of(DataSet top) {
    return new Corrections(top);
  }

  void requireAttenuation() throws RefusedException {
    if (!has("ATTN", Tag.ATTENUATION_CORRECTED)) {
      throw lacks(
          "ATTN", "the PET is not corrected for attenuation", PatientOverrides.OTHER_SERIES);
    }
  }

  /** What the values were corrected to: ADMIN, START, NONE, or empty where it isn't told. */
  String decay() throws RefusedException {
    String told = top.stringOrEmpty(Tag.DECAY_CORRECTION);
    if (told.isEmpty() && top.contains(Tag.DECAY_CORRECTED)) {
      told = top.stringOrEmpty(Tag.DECAY_CORRECTED).equals("YES") ? "START" : "NONE";
    }
    return told;
  }

  /** That the header doesn't contradict itself. */
  String requireDecay() throws RefusedException {
    String decay = decay();
    boolean corrected = has("DECY", Tag.DECAY_CORRECTED) || done.contains("DECAY");
    switch (decay) {
      case "START", "ADMIN" -> {
        if (!corrected) {
          throw lacks("DECY", "the decay correction is told as " + decay, "");
        }
      }
      case "NONE" -> {
        if (corrected) {
          throw top.refusal(
              "is NONE, but " + Tag.CORRECTED_IMAGE.label() + " holds DECY",
              Tag.DECAY_CORRECTION,
              "");
        }
      }
      case "" -> throw top.missing(Tag.DECAY_CORRECTION);
      default ->
          throw top.refusal(
              "is " + decay + " instead of START, ADMIN or NONE", Tag.DECAY_CORRECTION, "");
    }
    return decay;
  }

  boolean isDoseCalibrated() {
    return done.contains("DCAL");
  }

  void requireForCounts() throws RefusedException {
    for (String correction : FOR_COUNTS) {
      if (!done.contains(correction)) {
        throw lacks(
            correction,
            "counts per second need it to become an activity",
            PatientOverrides.OTHER_SERIES);
      }
    }
  }

  private boolean has(String code, Tag enhancedFlag) {
    return done.contains(code) || top.stringOrEmpty(enhancedFlag).equals("YES");
  }

  private RefusedException lacks(String code, String why, String remedy) {
    return top.refusal(why + ": " + code + " is missing", Tag.CORRECTED_IMAGE, remedy);
  }
}
