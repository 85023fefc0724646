package org.ranklens.pet.suv;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.SliceStack;
import org.ranklens.pet.dicom.Tag;

/** The factor of every slice, one rule after the other, and the row that tells them. */
final class ScaleBuilder {

  private final Series series;
  private final SuvSettings settings;
  private final PatientOverrides overrides;
  private final SliceStack stack;
  private final List<Slice> slices;
  private final DataSet top;
  private final Remarks remarks = new Remarks();
  private final Corrections corrections;

  private ScaleBuilder(
      Series series, SliceStack stack, SuvSettings settings, PatientOverrides overrides) {
    this.series = series;
    this.settings = settings;
    this.overrides = overrides;
    this.stack = stack;
    this.slices = stack.slices();
    this.top = slices.get(0).attributes().top();
    this.corrections = Corrections.of(top);
    stack.remarks().forEach(remarks::warn);
  }

  static SuvScale build(Series pet, SuvSettings settings, PatientOverrides overrides)
      throws IOException {
    SameInAll.require(pet);
    return new ScaleBuilder(pet, pet.stack(), settings, overrides).build();
  }

  private SuvScale build() throws IOException {
    corrections.requireAttenuation();
    for (Slice slice : slices) {
      requireNoIntercept(slice);
      requirePositiveSlope(slice);
    }
    warnOfLoss();
    PetUnits units = PetUnits.of(slices.get(0).attributes());
    Patient patient = Patient.of(top, overrides, remarks);
    Scaling scaling = scaling(units, patient);
    BodyFactors body = BodyMeasure.factors(patient, settings.leanBodyFormula());
    scaling.spreadPercent().ifPresent(this::warnOfSpread);
    ReportBuilder report = new ReportBuilder(series, slices, overrides, remarks);
    return new SuvScale(
        stack, scaling.factors(), body, report.build(units, corrections.decay(), scaling, patient));
  }

  private Scaling scaling(PetUnits units, Patient patient) throws RefusedException {
    Optional<StoredSuv> stored = StoredSuv.of(units, slices, overrides);
    if (stored.isEmpty()) {
      return fromActivity(units, patient, remarks);
    }
    if (!units.code().equals("CNTS")) {
      return stored.get().scaling(overrides, remarks);
    }
    return PhilipsChoice.of(
        stored.get(),
        ActivityFactor.philips(top, Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR).isPresent(),
        told -> fromActivity(units, patient, told),
        new PhilipsChoice.Circumstances(
            top, corrections.decay(), overrides, settings.spreadWarningPercent()),
        remarks);
  }

  /** By way of Bq/ml and the injected activity. */
  private Scaling fromActivity(PetUnits units, Patient patient, Remarks told)
      throws RefusedException {
    double[] toActivity = new double[slices.size()];
    for (int k = 0; k < toActivity.length; k++) {
      toActivity[k] = ActivityFactor.of(units, slices.get(k).attributes(), corrections);
    }
    String decay = corrections.requireDecay();
    Tracer tracer = Tracer.of(top, overrides, told);
    Scaling dose = InjectedDose.scaling(slices, patient, tracer, decay, overrides, told);
    double[] factors = dose.factors().clone();
    for (int k = 0; k < factors.length; k++) {
      factors[k] *= toActivity[k];
    }
    return dose.withFactors(factors);
  }

  private void requireNoIntercept(Slice slice) throws RefusedException {
    double intercept = slice.intercept();
    if (intercept != 0) {
      throw slice
          .attributes()
          .top()
          .refusal("is " + intercept + ", and 0 in every PET", Tag.RESCALE_INTERCEPT, "");
    }
  }

  private void requirePositiveSlope(Slice slice) throws RefusedException {
    if (slice.slope() < 0) {
      throw slice.attributes().top().refusal("is " + slice.slope(), Tag.RESCALE_SLOPE, "");
    }
  }

  private void warnOfLoss() {
    if (slices.stream().anyMatch(slice -> slice.file().lossy())) {
      remarks.warn(
          "the pixels were compressed with loss ("
              + slices.get(0).file().transferSyntaxInWords()
              + ")");
    }
  }

  private void warnOfSpread(double percent) {
    if (percent > settings.spreadWarningPercent()) {
      // Not by a format: that would load all that Java knows of the world's numbers.
      BigDecimal rounded = BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP);
      remarks.warn(
          "published rules for the reference time differ by " + rounded + " % on this series");
    }
  }
}
