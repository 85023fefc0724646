package org.ranklens.pet.suv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.Tag;

/** The row of {@code suv.csv} for a series. */
final class ReportBuilder {

  private static final int HASH_DIGITS = 16;

  private final Series series;
  private final List<Slice> slices;
  private final DataSet top;
  private final PatientOverrides overrides;
  private final Remarks remarks;

  ReportBuilder(Series series, List<Slice> slices, PatientOverrides overrides, Remarks remarks) {
    this.series = series;
    this.slices = slices;
    this.top = slices.get(0).attributes().top();
    this.overrides = overrides;
    this.remarks = remarks;
  }

  SuvReport build(PetUnits units, String decay, Scaling scaling, Patient patient)
      throws RefusedException {
    Optional<Tracer> tracer = tracer();
    OptionalDouble uptake = uptakeMinutes(scaling, tracer);
    ScanConditions conditions =
        new ScanConditions(
            date(),
            patientHash(),
            top.stringOrEmpty(Tag.MANUFACTURER),
            top.stringOrEmpty(Tag.MANUFACTURER_MODEL_NAME),
            top.stringOrEmpty(Tag.RECONSTRUCTION_METHOD),
            tracer.map(Tracer::name).orElse(""),
            tracer.map(Tracer::doseBq).orElse(OptionalDouble.empty()),
            patient.weightKg(),
            uptake);
    return new SuvReport(
        hash(series.seriesUid()),
        top.stringOrEmpty(Tag.MANUFACTURER),
        units.code(),
        decay,
        scaling.suvType(),
        Arrays.stream(scaling.factors()).min().orElseThrow(),
        Arrays.stream(scaling.factors()).max().orElseThrow(),
        scaling.reference().isPresent() && !DicomTime.of(top).isDateless()
            ? Optional.of(FrameTiming.time(scaling.reference().getAsDouble()))
            : Optional.empty(),
        scaling.rule(),
        uptake,
        scaling.spreadPercent(),
        Optional.empty(),
        remarks.warnings(),
        remarks.notes(),
        conditions);
  }

  /** The tracer, where the SUV needed none and the header tells one all the same. */
  private Optional<Tracer> tracer() {
    try {
      return Optional.of(Tracer.of(top, overrides, new Remarks()));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  /** To the reference time; where there is none, to the start of the scan. */
  private OptionalDouble uptakeMinutes(Scaling scaling, Optional<Tracer> tracer) {
    if (scaling.reference().isPresent() && scaling.injection().isPresent()) {
      double seconds = scaling.reference().getAsDouble() - scaling.injection().getAsDouble();
      return OptionalDouble.of(seconds / 60);
    }
    if (tracer.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      DicomTime clock = DicomTime.of(top);
      double start = Double.POSITIVE_INFINITY;
      for (FrameTiming frame : FrameTiming.of(slices, clock)) {
        start = Math.min(start, frame.requireAcquisition());
      }
      double injection =
          InjectionTime.seconds(tracer.get(), overrides, clock, start, new Remarks());
      return OptionalDouble.of((start - injection) / 60);
    } catch (RefusedException e) {
      // The SUV stands without it.
      return OptionalDouble.empty();
    }
  }

  private String patientHash() {
    String id = top.stringOrEmpty(Tag.PATIENT_ID).strip();
    return id.isEmpty() ? "" : hash(id);
  }

  private Optional<LocalDate> date() throws RefusedException {
    DicomTime clock = DicomTime.of(top);
    Optional<LocalDate> acquired = clock.date(top, Tag.ACQUISITION_DATE);
    if (acquired.isPresent()) {
      return acquired;
    }
    Optional<LocalDate> ofSeries = clock.date(top, Tag.SERIES_DATE);
    return ofSeries.isPresent() ? ofSeries : clock.date(top, Tag.STUDY_DATE);
  }

  private static String hash(String uid) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
