package org.ranklens.pet.suv;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * The reference time of a series corrected to its START (manual, "Determining the reference time").
 *
 * <p>In this order: the vendor's private date-time; the acquisition time where it equals the series
 * time, or where all beds carry one; back-computed for each slice from acquisition, frame reference
 * time and frame duration. All are computed where the header allows, so that their spread can be
 * told.
 */
final class StartReference {

  /** Times are written in whole seconds by some. */
  private static final double SAME_SECONDS = 1;

  /** A private date-time further off than this has lost its date to an anonymiser. */
  private static final double FAR_OFF_SECONDS = 12 * 3600;

  private static final double DAY_SECONDS = 24 * 3600;

  private final DataSet top;
  private final List<FrameTiming> frames;
  private final DicomTime clock;
  private final Remarks remarks;
  private final Spread candidates = new Spread();

  private StartReference(DataSet top, List<FrameTiming> frames, DicomTime clock, Remarks remarks) {
    this.top = top;
    this.frames = frames;
    this.clock = clock;
    this.remarks = remarks;
  }

  static ReferenceTime of(
      DataSet top, List<FrameTiming> frames, Tracer tracer, DicomTime clock, Remarks remarks)
      throws RefusedException {
    return new StartReference(top, frames, clock, remarks).choose(tracer.requireDecay());
  }

  private ReferenceTime choose(Decay decay) throws RefusedException {
    OptionalDouble earliest = earliestAcquisition();
    Optional<Candidate> told = told(earliest);
    told.ifPresent(candidate -> candidates.add(candidate.seconds));
    requireToldIfEnhanced(told);
    OptionalDouble series = seriesTime(earliest);
    series.ifPresent(candidates::add);
    earliest.ifPresent(candidates::add);
    BackComputation back = BackComputation.of(top, frames, decay);
    Optional<double[]> computed = back.ifKnown();
    computed.ifPresent(candidates::add);
    double spread = candidates.seconds();
    if (told.isPresent()) {
      return ReferenceTime.same(frames.size(), told.get().seconds, told.get().rule, spread);
    }
    if (earliest.isPresent()
        && series.isPresent()
        && Math.abs(earliest.getAsDouble() - series.getAsDouble()) <= SAME_SECONDS) {
      return ReferenceTime.same(
          frames.size(), earliest.getAsDouble(), "acquisition time = series time", spread);
    }
    if (earliest.isPresent() && isOneTimeForAllBeds()) {
      return ReferenceTime.same(
          frames.size(), earliest.getAsDouble(), "one acquisition time of several beds", spread);
    }
    return new ReferenceTime(back.require(), back.rule(), spread);
  }

  /** An enhanced object's times of series and frames say nothing of the correction. */
  private void requireToldIfEnhanced(Optional<Candidate> told) throws RefusedException {
    if (told.isEmpty()
        && top.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
        && top.contains(Tag.DECAY_CORRECTED)) {
      throw top.missing(Tag.DECAY_CORRECTION_DATE_TIME);
    }
  }

  /**
   * The series time. Its date may have been shifted otherwise than the acquisition's: it counts
   * where the time of day is the acquisition's. Far off else, it is that of some later processing.
   */
  private OptionalDouble seriesTime(OptionalDouble acquisition) throws RefusedException {
    OptionalDouble series =
        FrameTiming.seconds(clock.dateAndTime(top, Tag.SERIES_DATE, Tag.SERIES_TIME));
    if (series.isEmpty() || acquisition.isEmpty()) {
      return series;
    }
    double off = acquisition.getAsDouble() - series.getAsDouble();
    if (Math.abs(off) <= FAR_OFF_SECONDS) {
      return series;
    }
    double days = Math.rint(off / DAY_SECONDS) * DAY_SECONDS;
    return Math.abs(off - days) <= SAME_SECONDS
        ? OptionalDouble.of(series.getAsDouble() + days)
        : OptionalDouble.empty();
  }

  /**
   * Whether slices that were acquired one after the other, as their frame reference times tell, all
   * carry the same acquisition time: that is the start of the scan, not of their own frame.
   */
  private boolean isOneTimeForAllBeds() {
    Spread acquired = new Spread();
    Spread references = new Spread();
    double longest = 0;
    for (FrameTiming frame : frames) {
      if (frame.acquisition().isEmpty()
          || frame.frameReferenceSeconds().isEmpty()
          || frame.durationSeconds().isEmpty()) {
        return false;
      }
      acquired.add(frame.acquisition().getAsDouble());
      references.add(frame.frameReferenceSeconds().getAsDouble());
      longest = Math.max(longest, frame.durationSeconds().getAsDouble());
    }
    // Beds may overlap in part, but never in half of their time.
    return acquired.seconds() <= SAME_SECONDS && references.seconds() > longest / 2;
  }

  private record Candidate(double seconds, String rule) {}

  /** What the header tells outright. */
  private Optional<Candidate> told(OptionalDouble acquisition) throws RefusedException {
    for (Tag tag :
        List.of(
            Tag.GE_SCAN_DATE_TIME,
            Tag.SIEMENS_DECAY_CORRECTION_DATE_TIME,
            Tag.DECAY_CORRECTION_DATE_TIME)) {
      Optional<LocalDateTime> time = readable(tag);
      if (time.isPresent()) {
        double seconds = onScanDate(FrameTiming.seconds(time.get()), acquisition, tag);
        return Optional.of(new Candidate(seconds, tag.label()));
      }
    }
    return Optional.empty();
  }

  /** A private attribute that is no date-time is none of the vendor's, or broken: passed over. */
  private Optional<LocalDateTime> readable(Tag tag) throws RefusedException {
    try {
      return clock.dateTime(top, tag);
    } catch (RefusedException e) {
      if (tag == Tag.DECAY_CORRECTION_DATE_TIME) {
        throw e;
      }
      remarks.warn(tag.label() + " is no date-time and was passed over");
      return Optional.empty();
    }
  }

  /** Anonymisers shift the dates that they know, and leave private ones behind. */
  private double onScanDate(double seconds, OptionalDouble acquisition, Tag tag) {
    if (acquisition.isEmpty() || Math.abs(seconds - acquisition.getAsDouble()) <= FAR_OFF_SECONDS) {
      return seconds;
    }
    double days = Math.rint((acquisition.getAsDouble() - seconds) / DAY_SECONDS);
    if (clock.isDateless()) {
      return seconds + days * DAY_SECONDS;
    }
    remarks.warn(
        String.format(
            Locale.ROOT,
            "%s is %.0f days off the acquisition: its time of day taken",
            tag.label(),
            Math.abs(days)));
    return seconds + days * DAY_SECONDS;
  }

  private OptionalDouble earliestAcquisition() {
    return frames.stream()
        .filter(frame -> frame.acquisition().isPresent())
        .mapToDouble(frame -> frame.acquisition().getAsDouble())
        .min();
  }
}
