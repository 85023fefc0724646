package org.ranklens.pet.suv;

import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * What was injected, out of (0054,0016), with the user's word before the header's.
 *
 * @param header the object that holds the sequence
 * @param item the sequence's item
 * @param doseBq administered activity in Bq; one told in MBq is recognised
 * @param halfLifeSeconds of the header, or of the nuclide where the header is silent
 */
record Tracer(DataSet header, DataSet item, OptionalDouble doseBq, OptionalDouble halfLifeSeconds) {

  /** Below this it is MBq: the manual finds peaks at 4e2 and 4e8 in real headers. */
  private static final double MEGABECQUEREL_BELOW = 1e4;

  /** So small a number may be millicuries as well: 10 mCi and 10 MBq are both injected. */
  private static final double AMBIGUOUS_BELOW = 30;

  private static final double SMALLEST_BQ = 1e6;
  private static final double LARGEST_BQ = 1e11;

  /** An infant on a scanner of the whole body; two and a half times the usual most of an adult. */
  private static final double LEAST_F18_BQ = 5e6;

  private static final double MOST_F18_BQ = 1.5e9;

  static Tracer of(DataSet set, PatientOverrides overrides, Remarks remarks)
      throws RefusedException {
    DataSet item = TracerItem.of(set);
    OptionalDouble dose = overrides.injectedBq();
    if (dose.isPresent()) {
      remarks.warn(
          "injected activity given as %s MBq in place of %s %s"
              .formatted(
                  dose.getAsDouble() / 1e6,
                  Tag.RADIONUCLIDE_TOTAL_DOSE.label(),
                  item.string(Tag.RADIONUCLIDE_TOTAL_DOSE).orElse("(missing)")));
    } else {
      dose = dose(item, set.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE), remarks);
    }
    return new Tracer(set, item, dose, HalfLife.seconds(item, remarks));
  }

  double requireDoseBq() throws RefusedException {
    return doseBq.orElseThrow(
        () ->
            item.refusal(
                "the injected activity is missing or 0",
                Tag.RADIONUCLIDE_TOTAL_DOSE,
                PatientOverrides.GIVE_DOSE));
  }

  Decay requireDecay() throws RefusedException {
    return new Decay(
        halfLifeSeconds.orElseThrow(
            () ->
                item.refusal(
                    "the half-life is missing or 0, and no known nuclide is told",
                    Tag.RADIONUCLIDE_HALF_LIFE,
                    "")));
  }

  String name() {
    return item.string(Tag.RADIOPHARMACEUTICAL)
        .or(
            () ->
                item.item(Tag.RADIOPHARMACEUTICAL_CODE_SEQUENCE)
                    .flatMap(code -> code.string(Tag.CODE_MEANING)))
        .orElse("");
  }

  private static OptionalDouble dose(DataSet item, boolean enhanced, Remarks remarks)
      throws RefusedException {
    double told = item.number(Tag.RADIONUCLIDE_TOTAL_DOSE).orElse(0);
    if (told == 0) {
      return OptionalDouble.empty();
    }
    if (told > 0 && told < AMBIGUOUS_BELOW && !enhanced) {
      throw item.refusal(
          "is %s: megabecquerels or millicuries, no telling which".formatted(told),
          Tag.RADIONUCLIDE_TOTAL_DOSE,
          PatientOverrides.GIVE_DOSE);
    }
    double bq = told > 0 && told < MEGABECQUEREL_BELOW ? told * 1e6 : told;
    if (bq < SMALLEST_BQ || bq > LARGEST_BQ) {
      throw item.refusal(
          "is %s Bq: no activity that is injected".formatted(told),
          Tag.RADIONUCLIDE_TOTAL_DOSE,
          PatientOverrides.GIVE_DOSE);
    }
    if (bq != told) {
      String words = "%s %s taken as MBq".formatted(Tag.RADIONUCLIDE_TOTAL_DOSE.label(), told);
      // In an enhanced object that is the unit (PS3.3, C.8.22.4); in a classic one a mistake.
      if (enhanced) {
        remarks.note(words);
      } else {
        remarks.warn(words);
      }
    }
    if ((bq < LEAST_F18_BQ || bq > MOST_F18_BQ)
        && Nuclide.of(item).filter(Nuclide.F_18::equals).isPresent()) {
      remarks.warn(
          "%s is %s MBq, which nobody is given of F-18"
              .formatted(Tag.RADIONUCLIDE_TOTAL_DOSE.label(), bq / 1e6));
    }
    return OptionalDouble.of(bq);
  }
}
