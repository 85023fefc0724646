package org.ranklens.pet.suv;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.ValueRange;

/**
 * What the user knows better than a header; every one that is used stands in the row.
 *
 * @param weightKg body weight, 1 to 700 kg
 * @param heightM body height, 0.2 to 2.8 m
 * @param sex sex
 * @param injectedBq administered activity in becquerels, 1e3 to 1e12
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

  /** What to do where the series can't give an SUV and another one of the folder may. */
  static final String OTHER_SERIES =
      "give another series, named in the manifest's column pet_series, or to 'suv' as --series";

  /** What can be of a body. */
  public static final ValueRange WEIGHT_KG = new ValueRange(1, 700, "kg");

  public static final ValueRange HEIGHT_M = new ValueRange(0.2, 2.8, "m");

  /** What can be injected. */
  public static final ValueRange INJECTED_MBQ = new ValueRange(1e-3, 1e6, "MBq");

  public PatientOverrides {
    check("weight (weight_kg, --weight-kg)", weightKg, WEIGHT_KG);
    check("height (height_m, --height-m)", heightM, HEIGHT_M);
    check("injected activity (injected_mbq, --injected-mbq)", inMbq(injectedBq), INJECTED_MBQ);
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

  private static OptionalDouble inMbq(OptionalDouble bq) {
    return bq.isEmpty() ? bq : OptionalDouble.of(bq.getAsDouble() / 1e6);
  }

  /** Returns whether any of them changes what an activity is divided by. */
  boolean concernDose() {
    return weightKg.isPresent() || injectedBq.isPresent() || injection.isPresent();
  }

  private static String give(String column, String option) {
    return "give it in the manifest's column %s, or to 'suv' as %s".formatted(column, option);
  }

  private static void check(String name, OptionalDouble value, ValueRange range) {
    if (value.isPresent() && !range.holds(value.getAsDouble())) {
      throw new IllegalArgumentException(
          "the %s must be %s, not %s"
              .formatted(name, range.words(), ValueRange.plain(value.getAsDouble())));
    }
  }
}
