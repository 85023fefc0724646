package org.ranklens.pet.suv;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Slice;

/**
 * From Bq/ml to SUVbw: body weight over the activity injected, at the time that the values hold for
 * (manual, "Radiopharmaceutical dose").
 */
final class InjectedDose {

  private final double gramsPerBq;
  private final List<FrameTiming> frames;
  private final Tracer tracer;
  private final DicomTime clock;
  private final PatientOverrides overrides;
  private final Remarks remarks;

  private InjectedDose(
      double gramsPerBq,
      List<FrameTiming> frames,
      Tracer tracer,
      DicomTime clock,
      PatientOverrides overrides,
      Remarks remarks) {
    this.gramsPerBq = gramsPerBq;
    this.frames = frames;
    this.tracer = tracer;
    this.clock = clock;
    this.overrides = overrides;
    this.remarks = remarks;
  }

  static Scaling scaling(
      List<Slice> slices,
      Patient patient,
      Tracer tracer,
      String decayCorrection,
      PatientOverrides overrides,
      Remarks remarks)
      throws RefusedException {
    double gramsPerBq = patient.requireWeightKg() * 1000 / tracer.requireDoseBq();
    DataSet top = slices.get(0).attributes().top();
    DicomTime clock = DicomTime.of(top);
    List<FrameTiming> frames = FrameTiming.of(slices, clock);
    InjectedDose dose = new InjectedDose(gramsPerBq, frames, tracer, clock, overrides, remarks);
    return switch (decayCorrection) {
      case "ADMIN" -> dose.admin();
      case "START" -> dose.start(top);
      default -> dose.none();
    };
  }

  /** Corrected to the administration: nothing decays in between. */
  private Scaling admin() {
    double[] factors = new double[frames.size()];
    Arrays.fill(factors, gramsPerBq);
    return Scaling.of(factors, "", "administration");
  }

  private void warnOfMissingDates() {
    if (clock.isDateless()) {
      remarks.warn("the header tells no date: its times are taken as of one day");
    }
  }

  private Scaling start(DataSet top) throws RefusedException {
    warnOfMissingDates();
    ReferenceTime reference = StartReference.of(top, frames, tracer, clock, remarks);
    double middle = reference.middle();
    double injection = InjectionTime.seconds(tracer, overrides, clock, middle, remarks);
    Decay decay = tracer.requireDecay();
    double[] factors = new double[frames.size()];
    for (int k = 0; k < factors.length; k++) {
      factors[k] = gramsPerBq / decay.remaining(reference.seconds()[k] - injection);
    }
    return new Scaling(
        factors,
        "",
        OptionalDouble.of(middle),
        reference.rule(),
        OptionalDouble.of(injection),
        OptionalDouble.of(decay.spreadPercent(reference.spreadSeconds())));
  }

  /** Not corrected: each slice from its own frame's mean to the frame's start, then as above. */
  private Scaling none() throws RefusedException {
    warnOfMissingDates();
    double earliest = Double.POSITIVE_INFINITY;
    for (FrameTiming frame : frames) {
      earliest = Math.min(earliest, frame.requireAcquisition());
    }
    double injection = InjectionTime.seconds(tracer, overrides, clock, earliest, remarks);
    Decay decay = tracer.requireDecay();
    double[] factors = new double[frames.size()];
    for (int k = 0; k < factors.length; k++) {
      FrameTiming frame = frames.get(k);
      factors[k] =
          gramsPerBq
              * decay.startOverMean(frame.requireDurationSeconds())
              / decay.remaining(frame.requireAcquisition() - injection);
    }
    return new Scaling(
        factors,
        "",
        OptionalDouble.of(earliest),
        "each slice's acquisition time and duration",
        OptionalDouble.of(injection),
        OptionalDouble.empty());
  }
}
