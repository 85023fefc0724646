package org.ranklens.pet.suv;

import java.util.Locale;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * Philips' two ways from counts to an SUV where the header holds the SUV scale factor (manual,
 * "CNTS"). By way of the activity every step can be followed and the user's weight, dose and time
 * count, so that it goes first; the SUV scale factor is taken where it alone is told, or where the
 * header lacks what the activity needs.
 */
final class PhilipsChoice {

  private static final String SUV = Tag.PHILIPS_SUV_SCALE_FACTOR.label();
  private static final String ACTIVITY = Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR.label();

  private PhilipsChoice() {}

  /** A scaling by way of the activity. */
  interface ByActivity {
    Scaling scaling(Remarks told) throws RefusedException;
  }

  /** What the choice depends on. */
  record Circumstances(
      DataSet top, String decayCorrection, PatientOverrides overrides, double warningPercent) {}

  static Scaling of(
      StoredSuv stored,
      boolean activityTold,
      ByActivity activity,
      Circumstances at,
      Remarks remarks)
      throws RefusedException {
    if (at.decayCorrection.equals("NONE") || at.overrides.concernDose()) {
      if (activityTold) {
        remarks.note(ACTIVITY + " was used");
        return activity.scaling(remarks);
      }
      requireCorrected(at);
      return stored.scaling(at.overrides, remarks);
    }
    Scaling bySuv = stored.scaling(at.overrides, remarks);
    if (!activityTold) {
      return bySuv;
    }
    Remarks ofActivity = new Remarks();
    Scaling byActivity;
    try {
      byActivity = activity.scaling(ofActivity);
    } catch (RefusedException e) {
      remarks.note(
          "%s was used; by %s there is no SUV: %s".formatted(SUV, ACTIVITY, e.refusal().what()));
      return bySuv;
    }
    ofActivity.warnings().forEach(remarks::warn);
    ofActivity.notes().forEach(remarks::note);
    compare(byActivity, bySuv, at.warningPercent, remarks);
    return byActivity;
  }

  /** One factor for a whole scan can't undo the decay between its beds. */
  private static void requireCorrected(Circumstances at) throws RefusedException {
    if (at.decayCorrection.equals("NONE")) {
      throw at.top.refusal(
          "is NONE, and "
              + SUV
              + " alone can't correct for decay: "
              + ACTIVITY
              + " is missing or 0",
          Tag.DECAY_CORRECTION,
          "");
    }
  }

  private static void compare(
      Scaling byActivity, Scaling bySuv, double warningPercent, Remarks remarks) {
    double percent = (bySuv.factors()[0] / byActivity.factors()[0] - 1) * 100;
    String words =
        String.format(
            Locale.ROOT,
            "%s was used; by %s SUVs would be %.2f %% %s",
            ACTIVITY,
            SUV,
            Math.abs(percent),
            percent < 0 ? "lower" : "higher");
    if (Math.abs(percent) > warningPercent) {
      remarks.warn(words);
    } else {
      remarks.note(words);
    }
  }
}
