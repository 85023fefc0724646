package org.ranklens.pet.suv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.Tag;

/**
 * Values that the scanner or another program normalised already, or tells the factor for (manual,
 * "Units = GML", "CM2ML" and "CNTS"): back to SUVbw.
 *
 * @param header the patient as the header has him, whom they were normalised by
 * @param factors from rescaled values to SUVbw, for each slice
 * @param suvType what they were normalised by
 * @param rule where the factor comes from
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StoredSuv(Patient header, double[] factors, String suvType, String rule) {

  /** Empty where the units are none of an SUV. */
  static Optional<StoredSuv> of(PetUnits units, List<Slice> slices, PatientOverrides overrides)
      throws RefusedException {
    DataSet top = slices.get(0).attributes().top();
    Patient header = Patient.of(top, PatientOverrides.none(), new Remarks());
    Patient known = header.orElse(overrides);
    switch (units.code()) {
      case "GML" -> {
        String type = units.suvType().isEmpty() ? "BW" : units.suvType();
        return same(header, slices.size(), ofGml(type, known), type, "stored as SUV");
      }
      case "CM2ML" -> {
        if (!units.suvType().isEmpty() && !units.suvType().equals("BSA")) {
          throw wrongType(top, units.suvType(), "BSA");
        }
        double factor = 1 / BodyMeasure.SURFACE_M2.perBodyWeight(known);
        return same(header, slices.size(), factor, "BSA", "stored as SUV");
      }
      case "CNTS" -> {
        return ofPhilips(header, slices);
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private static Optional<StoredSuv> same(
      Patient header, int slices, double factor, String type, String rule) {
    double[] factors = new double[slices];
    java.util.Arrays.fill(factors, factor);
    return Optional.of(new StoredSuv(header, factors, type, rule));
  }

  private static Optional<StoredSuv> ofPhilips(Patient header, List<Slice> slices)
      throws RefusedException {
    Tag tag = Tag.PHILIPS_SUV_SCALE_FACTOR;
    double[] factors = new double[slices.size()];
    for (int k = 0; k < factors.length; k++) {
      OptionalDouble factor = ActivityFactor.philips(slices.get(k).attributes().top(), tag);
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      factors[k] = factor.getAsDouble();
    }
    return Optional.of(new StoredSuv(header, factors, "BW", tag.label()));
  }

  private static double ofGml(String type, Patient patient) throws RefusedException {
    return switch (type) {
      case "BW" -> 1;
      case "LBM" -> 1 / BodyMeasure.LEAN_MORGAN.perBodyWeight(patient);
      case "LBMJAMES128" -> 1 / BodyMeasure.LEAN_JAMES.perBodyWeight(patient);
      case "LBMJANMA" -> 1 / BodyMeasure.LEAN_JANMAHASATIAN.perBodyWeight(patient);
      case "IBW" -> 1 / BodyMeasure.IDEAL.perBodyWeight(patient);
      default -> throw wrongType(patient.set(), type, "BW, LBM, LBMJAMES128, LBMJANMA, IBW");
    };
  }

  /**
   * The factors as they are, but for a weight that the user corrects: it was divided by wrongly.
   * Dose and injection are past correcting.
   */
  Scaling scaling(PatientOverrides overrides, Remarks remarks) throws RefusedException {
    if (overrides.injectedBq().isPresent() || overrides.injection().isPresent()) {
      throw header
          .set()
          .refusal(
              "the values are SUVs already: an injected activity or time given can't act on them",
              Tag.UNITS,
              "leave the manifest's columns injected_mbq and injection_datetime empty for this series, or"
                  + " 'suv' without --injected-mbq and --injection-datetime");
    }
    if (overrides.weightKg().isEmpty()) {
      return Scaling.of(factors, suvType, rule);
    }
    if (header.weightKg().isEmpty()) {
      remarks.warn("the weight that the stored SUVs were made with is not told");
      return Scaling.of(factors, suvType, rule);
    }
    double ratio = overrides.weightKg().getAsDouble() / header.weightKg().getAsDouble();
    double[] corrected = factors.clone();
    for (int k = 0; k < corrected.length; k++) {
      corrected[k] *= ratio;
    }
    return Scaling.of(corrected, suvType, rule);
  }

  private static RefusedException wrongType(DataSet set, String type, String allowed) {
    return set.refusal(
        "is %s, which doesn't fit the unit told (%s would)".formatted(type, allowed),
        Tag.SUV_TYPE,
        "");
  }
}
