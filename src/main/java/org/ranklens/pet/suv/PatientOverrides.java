package org.ranklens.pet.suv;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the user knows better than a header; every one that is used stands in the row.
 *
 * @param weightKg body weight, above 0 and at most 700 kg
 * @param heightM body height, 0.2 to 2.8 m
 * @param sex sex
 * @param injectedBq administered activity in becquerels, above 0
 * @param injection when it was administered, in the scanner's local time
 */
public record PatientOverrides(
    OptionalDouble weightKg,
    OptionalDouble heightM,
    Optional<Sex> sex,
    OptionalDouble injectedBq,
    Optional<LocalDateTime> injection) {

  /** How the user gives what a header lacks: refusals say it. */
  static final String GIVE_WEIGHT = give("weight_kg", "--weight-kg");

  static final String GIVE_HEIGHT = give("height_m", "--height-m");
  static final String GIVE_SEX = give("sex", "--sex");
  static final String GIVE_DOSE = give("injected_mbq", "--injected-mbq");
  static final String GIVE_INJECTION = give("injection_datetime", "--injection-datetime");
  static final String GIVE_MEASURES =
      "give them in the manifest's columns weight_kg and height_m, or to 'suv' as --weight-kg and"
          + " --height-m";

  public PatientOverrides {
    check("weightKg", weightKg, Double.MIN_VALUE, 700);
    check("heightM", heightM, 0.2, 2.8);
    check("injectedBq", injectedBq, Double.MIN_VALUE, 1e12);
  }

  /** Returns overrides that override nothing. */
  public static PatientOverrides none() {
    return new PatientOverrides(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** Returns whether any of them changes what an activity is divided by. */
  boolean concernDose() {
    return weightKg.isPresent() || injectedBq.isPresent() || injection.isPresent();
  }

  private static String give(String column, String option) {
    return "give it in the manifest's column %s, or to 'suv' as %s".formatted(column, option);
  }

  private static void check(String name, OptionalDouble value, double low, double high) {
    if (value.isPresent() && !(value.getAsDouble() >= low && value.getAsDouble() <= high)) {
      String least = low == Double.MIN_VALUE ? "above 0" : "at least " + low;
      throw new IllegalArgumentException(
          name + " must be " + least + " and at most " + high + ", not " + value.getAsDouble());
    }
  }
}
