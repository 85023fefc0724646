package org.ranklens.pet.suv;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * When the tracer was injected, seen from a reference time (manual, "Radiopharmaceutical start
 * time").
 */
final class InjectionTime {

  /** A scan may start before the injection, in dynamic imaging, but not long before. */
  private static final double EARLIEST_UPTAKE_SECONDS = -3600;

  /** A date-time that gives more half-lives of uptake than this is doubted. */
  private static final double PLAUSIBLE_HALF_LIVES = 2;

  /** Beyond this nothing is left to be seen: the time is wrong. */
  private static final double LONGEST_HALF_LIVES = 6;

  /** Tracers that live longer are imaged on later days: a time without date says too little. */
  private static final double LONG_LIVED_SECONDS = 6 * 3600;

  private static final double DAY_SECONDS = 24 * 3600;

  /** Some write the one time to the minute. */
  private static final double SAME_INJECTION_SECONDS = 60;

  /** So soon after the injection nobody scans for a still picture: the time may be the scan's. */
  private static final double SOON_HALF_LIVES = 0.05;

  private final DataSet header;
  private final DataSet item;
  private final DicomTime clock;
  private final double reference;
  private final double halfLife;
  private final Remarks remarks;

  private InjectionTime(Tracer tracer, DicomTime clock, double reference, Remarks remarks)
      throws RefusedException {
    this.header = tracer.header();
    this.item = tracer.item();
    this.clock = clock;
    this.reference = reference;
    this.halfLife = tracer.requireDecay().halfLifeSeconds();
    this.remarks = remarks;
  }

  /** Seconds of the scanner's clock. */
  static double seconds(
      Tracer tracer, PatientOverrides overrides, DicomTime clock, double reference, Remarks remarks)
      throws RefusedException {
    InjectionTime rule = new InjectionTime(tracer, clock, reference, remarks);
    if (overrides.injection().isPresent()) {
      LocalDateTime given = overrides.injection().get();
      remarks.warn("injection time given as " + given);
      double seconds =
          clock.isDateless()
              ? rule.onReferenceDate(given.toLocalTime())
              : FrameTiming.seconds(given);
      return rule.checked(seconds, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
    }
    return rule.ofHeader();
  }

  private double ofHeader() throws RefusedException {
    Optional<LocalTime> time = clock.time(item, Tag.RADIOPHARMACEUTICAL_START_TIME);
    Optional<LocalDateTime> dateTime = dateTime(time.isPresent());
    if (dateTime.isEmpty() && time.isEmpty()) {
      return ofVendor();
    }
    if (clock.isDateless()) {
      return ofTimeOfDay(time.orElseGet(() -> dateTime.orElseThrow().toLocalTime()));
    }
    if (dateTime.isPresent()) {
      double injection = FrameTiming.seconds(dateTime.get());
      warnOfDoubt(dateTime.get(), time);
      if (isPlausible(injection) || time.isEmpty()) {
        return checked(injection, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
      }
    }
    double injection = onReferenceDate(time.orElseThrow());
    if (dateTime.isPresent()
        && Math.abs(FrameTiming.seconds(dateTime.get()) - injection) > SAME_INJECTION_SECONDS) {
      remarks.warn(
          "%s %s is implausible: %s on the date of the scan taken"
              .formatted(
                  Tag.RADIOPHARMACEUTICAL_START_DATE_TIME.label(),
                  dateTime.get(),
                  Tag.RADIOPHARMACEUTICAL_START_TIME.label()));
    }
    return notPlaceholder(time.get(), checked(injection, Tag.RADIOPHARMACEUTICAL_START_TIME));
  }

  private double ofTimeOfDay(LocalTime time) throws RefusedException {
    return notPlaceholder(time, checked(onReferenceDate(time), Tag.RADIOPHARMACEUTICAL_START_TIME));
  }

  /** Anonymisers write 000000 for a time that they remove. */
  private double notPlaceholder(LocalTime time, double injection) throws RefusedException {
    if (time.equals(LocalTime.MIDNIGHT) && !isPlausible(injection)) {
      throw item.refusal(
          "is 000000, which gives no plausible uptake time: a placeholder",
          Tag.RADIOPHARMACEUTICAL_START_TIME,
          PatientOverrides.GIVE_INJECTION);
    }
    return injection;
  }

  private void warnOfDoubt(LocalDateTime dateTime, Optional<LocalTime> time) {
    Tag tag = Tag.RADIOPHARMACEUTICAL_START_DATE_TIME;
    if (time.isEmpty() && clock.hasIdleOffset(item, tag)) {
      remarks.warn(
          "%s tells an offset from UTC, but %s is missing: taken as the scanner's clock"
              .formatted(tag.label(), Tag.TIMEZONE_OFFSET_FROM_UTC.label()));
    }
    if (time.isPresent() && isPlausible(FrameTiming.seconds(dateTime))) {
      long apart = Math.abs(Duration.between(time.get(), dateTime.toLocalTime()).toSeconds());
      if (Math.min(apart, (long) DAY_SECONDS - apart) > SAME_INJECTION_SECONDS) {
        remarks.warn(
            "%s %s and %s %s differ: the first was taken"
                .formatted(
                    tag.label(), dateTime, Tag.RADIOPHARMACEUTICAL_START_TIME.label(), time.get()));
      }
    }
  }

  /** GE writes it a second time; some anonymisers leave only that. */
  private double ofVendor() throws RefusedException {
    Tag tag = Tag.GE_ADMINISTRATION_DATE_TIME;
    Optional<LocalDateTime> time = clock.dateTime(header, tag);
    if (time.isEmpty()) {
      throw item.refusal(
          "the injection time is missing",
          Tag.RADIOPHARMACEUTICAL_START_TIME,
          PatientOverrides.GIVE_INJECTION);
    }
    remarks.warn(
        "%s is missing: %s taken"
            .formatted(Tag.RADIOPHARMACEUTICAL_START_TIME.label(), tag.label()));
    return checked(FrameTiming.seconds(time.get()), tag);
  }

  /** One that is written wrongly is passed over where there is a time beside it. */
  private Optional<LocalDateTime> dateTime(boolean dispensable) throws RefusedException {
    try {
      return clock.dateTime(item, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
    } catch (RefusedException e) {
      if (!dispensable) {
        throw e;
      }
      remarks.warn(
          Tag.RADIOPHARMACEUTICAL_START_DATE_TIME.label() + " is no date-time and was passed over");
      return Optional.empty();
    }
  }

  private boolean isPlausible(double injection) {
    double uptake = reference - injection;
    return uptake >= EARLIEST_UPTAKE_SECONDS && uptake <= PLAUSIBLE_HALF_LIVES * halfLife;
  }

  /** The time on the reference's date, a day back where that is after the scan. */
  private double onReferenceDate(LocalTime time) throws RefusedException {
    if (halfLife > LONG_LIVED_SECONDS) {
      throw item.refusal(
          "the injection has a time without date, and the tracer lives for days",
          Tag.RADIOPHARMACEUTICAL_START_DATE_TIME,
          PatientOverrides.GIVE_INJECTION);
    }
    LocalDate date = FrameTiming.time(reference).toLocalDate();
    double injection = FrameTiming.seconds(date.atTime(time));
    if (reference - injection < EARLIEST_UPTAKE_SECONDS) {
      return injection - DAY_SECONDS;
    }
    // Just after midnight, a time late in the evening lies ahead by nearly a day; and an injection
    // shortly after a scan that began before midnight lies back by nearly a day.
    if (reference - injection > DAY_SECONDS + EARLIEST_UPTAKE_SECONDS) {
      return injection + DAY_SECONDS;
    }
    return injection;
  }

  private double checked(double injection, Tag tag) throws RefusedException {
    double uptake = reference - injection;
    if (uptake < EARLIEST_UPTAKE_SECONDS || uptake > LONGEST_HALF_LIVES * halfLife) {
      throw item.refusal(
          String.format(
              Locale.ROOT,
              "the injection at %s would lie %.0f min %s the time that the values hold for, %s",
              moment(injection),
              Math.abs(uptake) / 60,
              uptake < 0 ? "after" : "before",
              moment(reference)),
          tag,
          PatientOverrides.GIVE_INJECTION);
    }
    if (uptake < SOON_HALF_LIVES * halfLife || uptake > PLAUSIBLE_HALF_LIVES * halfLife) {
      remarks.warn(
          String.format(Locale.ROOT, "the uptake time of %.1f min is unusual", uptake / 60));
    }
    return injection;
  }

  private String moment(double seconds) {
    LocalDateTime time = FrameTiming.time(seconds);
    return clock.isDateless() ? time.toLocalTime().toString() : time.toString();
  }
}
