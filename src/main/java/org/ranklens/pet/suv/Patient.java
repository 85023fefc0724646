package org.ranklens.pet.suv;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * Body measures, corrected where a header has them in the wrong unit (manual, "Patient's weight").
 * Each is asked for only by what needs it.
 *
 * @param set the header, for refusals
 * @param weightKg (0010,1030) or the user's
 * @param heightM (0010,1020) or the user's
 * @param sex (0010,0040) or the user's
 */
record Patient(DataSet set, OptionalDouble weightKg, OptionalDouble heightM, Optional<Sex> sex) {

  /** Over this it is grams: nobody weighs a tonne. */
  private static final double GRAMS_FROM = 1000;

  private static final double LIGHTEST_KG = 1;
  private static final double HEAVIEST_KG = 700;

  /** Over this it is centimetres. */
  private static final double CENTIMETRES_FROM = 3;

  private static final double TALLEST_M = 2.8;
  private static final double SHORTEST_M = 0.2;

  /** In kg/m2, ours: whoever fits into the bore of a scanner hardly lies beyond. */
  private static final double LEAST_BMI = 7;

  private static final double MOST_BMI = 120;

  static Patient of(DataSet set, PatientOverrides overrides, Remarks remarks)
      throws RefusedException {
    OptionalDouble weight = overrides.weightKg();
    if (weight.isPresent()) {
      remarks.warn(overridden("weight", weight.getAsDouble() + " kg", set, Tag.PATIENT_WEIGHT));
    } else {
      weight = weight(set, remarks);
    }
    OptionalDouble height = overrides.heightM();
    if (height.isPresent()) {
      remarks.warn(overridden("height", height.getAsDouble() + " m", set, Tag.PATIENT_SIZE));
    } else {
      height = height(set, remarks);
    }
    Optional<Sex> sex = overrides.sex();
    if (sex.isPresent()) {
      String word = sex.get().name().toLowerCase(Locale.ROOT);
      remarks.warn(overridden("sex", word, set, Tag.PATIENT_SEX));
    } else {
      sex = sex(set);
    }
    warnOfContradiction(weight, height, remarks);
    return new Patient(set, weight, height, sex);
  }

  private static void warnOfContradiction(
      OptionalDouble weight, OptionalDouble height, Remarks remarks) {
    if (weight.isEmpty() || height.isEmpty()) {
      return;
    }
    double bmi = weight.getAsDouble() / (height.getAsDouble() * height.getAsDouble());
    if (bmi < LEAST_BMI || bmi > MOST_BMI) {
      remarks.warn(
          "a weight of %s kg and a height of %s m (%s, %s) can't both be right"
              .formatted(
                  weight.getAsDouble(),
                  height.getAsDouble(),
                  Tag.PATIENT_WEIGHT.label(),
                  Tag.PATIENT_SIZE.label()));
    }
  }

  /** The header's measures, and the user's where the header has none. */
  Patient orElse(PatientOverrides overrides) {
    return new Patient(
        set,
        weightKg.isPresent() ? weightKg : overrides.weightKg(),
        heightM.isPresent() ? heightM : overrides.heightM(),
        sex.or(overrides::sex));
  }

  double requireWeightKg() throws RefusedException {
    return weightKg.orElseThrow(
        () ->
            set.refusal(
                "the patient's weight is missing or 0",
                Tag.PATIENT_WEIGHT,
                PatientOverrides.GIVE_WEIGHT));
  }

  double requireHeightM() throws RefusedException {
    return heightM.orElseThrow(
        () ->
            set.refusal(
                "the patient's height is missing or impossible",
                Tag.PATIENT_SIZE,
                PatientOverrides.GIVE_HEIGHT));
  }

  Sex requireSex() throws RefusedException {
    return sex.orElseThrow(
        () ->
            set.refusal(
                "the patient's sex is missing or none of M, F, O",
                Tag.PATIENT_SEX,
                PatientOverrides.GIVE_SEX));
  }

  private static OptionalDouble weight(DataSet set, Remarks remarks) throws RefusedException {
    double told = set.number(Tag.PATIENT_WEIGHT).orElse(0);
    if (told == 0) {
      return OptionalDouble.empty();
    }
    int weights = set.numbers(Tag.PATIENT_WEIGHT).length;
    if (weights > 1) {
      throw set.refusal(
          "holds " + weights + " numbers instead of 1",
          Tag.PATIENT_WEIGHT,
          PatientOverrides.GIVE_WEIGHT);
    }
    double kg = told > GRAMS_FROM ? told / 1000 : told;
    if (kg < LIGHTEST_KG || kg > HEAVIEST_KG) {
      throw set.refusal(
          "is " + told + " kg: no patient's weight",
          Tag.PATIENT_WEIGHT,
          PatientOverrides.GIVE_WEIGHT);
    }
    double size = set.number(Tag.PATIENT_SIZE).orElse(0);
    if (kg < CENTIMETRES_FROM && size > 20) {
      throw set.refusal(
          "weight %s kg and height %s m look exchanged".formatted(told, size),
          Tag.PATIENT_WEIGHT,
          PatientOverrides.GIVE_MEASURES);
    }
    if (kg != told) {
      remarks.warn("%s %s taken as grams: %s kg".formatted(Tag.PATIENT_WEIGHT.label(), told, kg));
    }
    return OptionalDouble.of(kg);
  }

  private static OptionalDouble height(DataSet set, Remarks remarks) throws RefusedException {
    double told = set.number(Tag.PATIENT_SIZE).orElse(0);
    if (told == 0) {
      return OptionalDouble.empty();
    }
    double metres = told > CENTIMETRES_FROM ? told / 100 : told;
    if (metres < SHORTEST_M || metres > TALLEST_M) {
      remarks.warn(
          "%s is %s m: no patient's height, left out".formatted(Tag.PATIENT_SIZE.label(), told));
      return OptionalDouble.empty();
    }
    if (metres != told) {
      remarks.warn(
          "%s %s taken as centimetres: %s m".formatted(Tag.PATIENT_SIZE.label(), told, metres));
    }
    return OptionalDouble.of(metres);
  }

  private static Optional<Sex> sex(DataSet set) {
    return switch (set.stringOrEmpty(Tag.PATIENT_SEX).toUpperCase(Locale.ROOT)) {
      case "M" -> Optional.of(Sex.MALE);
      case "F" -> Optional.of(Sex.FEMALE);
      case "O" -> Optional.of(Sex.OTHER);
      default -> Optional.empty();
    };
  }

  private static String overridden(String what, String by, DataSet set, Tag tag) {
    String header = set.stringOrEmpty(tag);
    return "%s given as %s in place of %s %s"
        .formatted(what, by, tag.label(), header.isEmpty() ? "(missing)" : header);
  }
}
