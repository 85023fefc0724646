package org.ranklens.pet.suv;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.SliceAttributes;
import org.ranklens.pet.dicom.Tag;

/**
 * When a slice was acquired. Times are seconds of the scanner's local clock since 1970.
 *
 * @param holder where its attributes stand, for refusals
 * @param acquisition start of the frame: (0008,0022) and (0008,0032), or (0008,002A), or an
 *     enhanced frame's (0018,9074)
 * @param frameReferenceSeconds (0054,1300)
 * @param durationSeconds (0018,1242), or an enhanced frame's (0018,9220)
 * @param decayFactor (0054,1321)
 */
record FrameTiming(
    DataSet holder,
    OptionalDouble acquisition,
    OptionalDouble frameReferenceSeconds,
    OptionalDouble durationSeconds,
    OptionalDouble decayFactor) {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  static List<FrameTiming> of(List<Slice> slices, DicomTime clock) throws RefusedException {
    List<FrameTiming> frames = new ArrayList<>();
    for (Slice slice : slices) {
      frames.add(of(slice, clock));
    }
    return frames;
  }

  private static FrameTiming of(Slice slice, DicomTime clock) throws RefusedException {
    SliceAttributes at = slice.attributes();
    DataSet top = at.top();
    Tag content = Tag.FRAME_CONTENT_SEQUENCE;
    Optional<LocalDateTime> start =
        clock.dateTime(
            at.holder(content, Tag.FRAME_ACQUISITION_DATE_TIME), Tag.FRAME_ACQUISITION_DATE_TIME);
    if (start.isEmpty()) {
      start = classicStart(top, clock);
    }
    OptionalDouble duration = milliseconds(at.number(content, Tag.FRAME_ACQUISITION_DURATION));
    if (duration.isEmpty()) {
      duration = milliseconds(top.number(Tag.ACTUAL_FRAME_DURATION));
    }
    return new FrameTiming(
        top,
        seconds(start),
        milliseconds(top.number(Tag.FRAME_REFERENCE_TIME)),
        duration.isPresent() && duration.getAsDouble() > 0 ? duration : OptionalDouble.empty(),
        top.number(Tag.DECAY_FACTOR));
  }

  private static Optional<LocalDateTime> classicStart(DataSet top, DicomTime clock)
      throws RefusedException {
    Optional<LocalDateTime> start =
        clock.dateAndTime(top, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
    return start.isPresent() ? start : clock.dateTime(top, Tag.ACQUISITION_DATE_TIME);
  }

  double requireAcquisition() throws RefusedException {
    if (acquisition.isPresent()) {
      return acquisition.getAsDouble();
    }
    throw holder.missing(Tag.ACQUISITION_TIME);
  }

  double requireFrameReferenceSeconds() throws RefusedException {
    return frameReferenceSeconds.orElseThrow(() -> holder.missing(Tag.FRAME_REFERENCE_TIME));
  }

  double requireDurationSeconds() throws RefusedException {
    return durationSeconds.orElseThrow(
        () -> holder.refusal("is missing or 0", Tag.ACTUAL_FRAME_DURATION, ""));
  }

  static OptionalDouble seconds(Optional<LocalDateTime> time) {
    return time.map(t -> OptionalDouble.of(seconds(t))).orElse(OptionalDouble.empty());
  }

  static double seconds(LocalDateTime time) {
    Duration since = Duration.between(EPOCH, time);
    return since.toSeconds() + since.toNanosPart() / 1e9;
  }

  static LocalDateTime time(double seconds) {
    return EPOCH.plusNanos(Math.round(seconds * 1e3) * 1_000_000);
  }

  private static OptionalDouble milliseconds(OptionalDouble value) {
    return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() / 1000);
  }
}
