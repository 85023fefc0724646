package org.ranklens.pet.suv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * The reference time of each slice from its acquisition time, frame reference time and duration.
 *
 * <p>Frame reference time counts from the reference to the moment that the values hold for. By the
 * standard that is the frame's average activity, so reference = acquisition + average time - frame
 * reference time (the manual's formula). GE counts to the frame's start, so reference = acquisition
 * - frame reference time. Which of both holds is read off the series where it shows: from
 * (0054,1321) DecayFactor, which the two explain differently, or from a frame reference time below
 * the average time, which only the second can have. Where it doesn't show, the manufacturer
 * decides.
 */
final class BackComputation {

  private static final double DECAY_FACTOR_TOLERANCE = 1e-3;

  private final List<FrameTiming> frames;
  private final Decay decay;
  private final boolean toFrameStart;

  private BackComputation(List<FrameTiming> frames, Decay decay, boolean toFrameStart) {
    this.frames = frames;
    this.decay = decay;
    this.toFrameStart = toFrameStart;
  }

  static BackComputation of(DataSet top, List<FrameTiming> frames, Decay decay) {
    Evidence evidence = Evidence.NONE;
    for (FrameTiming frame : frames) {
      evidence = evidence.with(of(frame, decay));
    }
    boolean toStart =
        switch (evidence) {
          case START -> true;
          case AVERAGE -> false;
          case NONE -> isGe(top);
        };
    return new BackComputation(frames, decay, toStart);
  }

  private enum Evidence {
    NONE,
    START,
    AVERAGE;

    /** The first evidence found is kept. */
    Evidence with(Evidence other) {
      return this == NONE ? other : this;
    }
  }

  private static Evidence of(FrameTiming frame, Decay decay) {
    if (frame.frameReferenceSeconds().isEmpty() || frame.durationSeconds().isEmpty()) {
      return Evidence.NONE;
    }
    double reference = frame.frameReferenceSeconds().getAsDouble();
    double duration = frame.durationSeconds().getAsDouble();
    if (frame.decayFactor().isPresent() && frame.decayFactor().getAsDouble() > 1) {
      double factor = frame.decayFactor().getAsDouble();
      double byAverage = 1 / decay.remaining(reference);
      double byStart = byAverage * decay.startOverMean(duration);
      boolean average = Math.abs(factor / byAverage - 1) < DECAY_FACTOR_TOLERANCE;
      boolean start = Math.abs(factor / byStart - 1) < DECAY_FACTOR_TOLERANCE;
      if (average != start) {
        return average ? Evidence.AVERAGE : Evidence.START;
      }
    }
    return reference < 0.9 * decay.averageTimeSeconds(duration) ? Evidence.START : Evidence.NONE;
  }

  private static boolean isGe(DataSet top) {
    return top.stringOrEmpty(Tag.MANUFACTURER).toUpperCase(Locale.ROOT).matches("^GE\\b.*");
  }

  String rule() {
    return toFrameStart
        ? "acquisition time - frame reference time"
        : "acquisition time + average time - frame reference time";
  }

  double[] require() throws RefusedException {
    double[] seconds = new double[frames.size()];
    for (int k = 0; k < seconds.length; k++) {
      FrameTiming frame = frames.get(k);
      double start = frame.requireAcquisition() - frame.requireFrameReferenceSeconds();
      seconds[k] =
          toFrameStart ? start : start + decay.averageTimeSeconds(frame.requireDurationSeconds());
    }
    return seconds;
  }

  Optional<double[]> ifKnown() {
    try {
      return Optional.of(require());
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
