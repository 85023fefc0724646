package org.ranklens.pet.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ranklens.RefusedException;

/** Slices sorted by position along their normal, and the grid they make. */
final class StackBuilder {

  /** Positions may be off the grid by so much: scanners round them to a tenth of a millimetre. */
  private static final double POSITION_TOLERANCE_MM = 0.5;

  /** Two slices nearer than this stand at one place. */
  private static final double SAME_PLACE_MM = 0.01;

  private static final double GAP_FACTOR = 1.5;

  /** Of so many slices one may be out of order; of more, that is their order. */
  private static final int IN_ORDER = 5;

  private StackBuilder() {}

  static SliceStack build(Series series) throws IOException {
    List<PlacedSlice> placed = new ArrayList<>();
    for (Slice slice : series.slices()) {
      placed.add(PlacedSlice.of(slice));
    }
    PlacedSlice first = placed.get(0);
    for (PlacedSlice slice : placed) {
      slice.requireSamePlane(first);
      requireSameFrame(slice.slice(), first);
    }
    Point3 normal = first.normal();
    placed.sort((one, other) -> order(one, other, normal));
    Point3 step = placed.size() == 1 ? singleStep(first) : step(placed, normal);
    Geometry geometry = first.grid(placed.size(), placed.get(0).position(), step);
    return new SliceStack(
        geometry, placed.stream().map(PlacedSlice::slice).toList(), remarks(series, placed));
  }

  /** Positions of two frames of reference have nothing to do with one another. */
  private static void requireSameFrame(Slice slice, PlacedSlice first) throws RefusedException {
    DataSet set = slice.attributes().top();
    String own = set.stringOrEmpty(Tag.FRAME_OF_REFERENCE_UID);
    String others = first.slice().attributes().top().stringOrEmpty(Tag.FRAME_OF_REFERENCE_UID);
    if (!own.equals(others)) {
      throw set.refusal(
          "the frame of reference differs from that of " + first.name(),
          Tag.FRAME_OF_REFERENCE_UID,
          "export the series again, complete and alone");
    }
  }

  /** By position; those at one place by file and frame. */
  private static int order(PlacedSlice one, PlacedSlice other, Point3 normal) {
    int byPlace = Double.compare(one.along(normal), other.along(normal));
    if (byPlace != 0) {
      return byPlace;
    }
    int byFile = one.slice().file().path().compareTo(other.slice().file().path());
    return byFile != 0 ? byFile : Integer.compare(one.slice().frame(), other.slice().frame());
  }

  static Geometry alone(Slice slice) throws RefusedException {
    PlacedSlice placed = PlacedSlice.of(slice);
    return placed.grid(1, placed.position(), singleStep(placed));
  }

  private static Point3 step(List<PlacedSlice> placed, Point3 normal) throws RefusedException {
    int n = placed.size();
    requireOnePicture(placed, normal);
    requireNoGap(placed, normal);
    Point3 start = placed.get(0).position();
    Point3 step = placed.get(n - 1).position().minus(start).times(1.0 / (n - 1));
    for (int k = 1; k < n - 1; k++) {
      double off = placed.get(k).position().distanceTo(start.plus(step.times(k)));
      if (off > POSITION_TOLERANCE_MM) {
        throw placed
            .get(k)
            .refusal(
                String.format(
                    Locale.ROOT,
                    "the slice stands %.2f mm off the grid of the others: their distances differ",
                    off));
      }
    }
    return step;
  }

  /** Slices at one place are pictures of several moments, or of several series under one UID. */
  private static void requireOnePicture(List<PlacedSlice> placed, Point3 normal)
      throws RefusedException {
    int again = 0;
    int most = 1;
    int here = 1;
    for (int k = 1; k < placed.size(); k++) {
      boolean same = placed.get(k).along(normal) - placed.get(k - 1).along(normal) < SAME_PLACE_MM;
      again = same && again == 0 ? k : again;
      here = same ? here + 1 : 1;
      most = Math.max(most, here);
    }
    if (again == 0) {
      return;
    }
    PlacedSlice first = placed.get(again);
    DataSet top = first.slice().attributes().top();
    String type = top.stringOrEmpty(Tag.SERIES_TYPE);
    if (type.startsWith("DYNAMIC") || type.startsWith("GATED")) {
      throw new RefusedException(
          "the series is %s, with up to %s pictures of one place: no one of them is the scan"
              .formatted(type.startsWith("GATED") ? "gated" : "dynamic", most),
          first.slice().file().path().toString(),
          Tag.SERIES_TYPE.label(),
          "give a static series, or the files of one time frame alone");
    }
    throw first.refusal(
        "the slice stands at the same place as "
            + placed.get(again - 1).name()
            + ": a dynamic or gated series, or two series in one");
  }

  private static void requireNoGap(List<PlacedSlice> placed, Point3 normal)
      throws RefusedException {
    double[] steps = new double[placed.size() - 1];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = placed.get(k + 1).along(normal) - placed.get(k).along(normal);
    }
    double[] sorted = steps.clone();
    java.util.Arrays.sort(sorted);
    double usual = sorted[(sorted.length - 1) / 2];
    for (int k = 0; k < steps.length; k++) {
      if (steps[k] > GAP_FACTOR * usual) {
        long missing = Math.max(1, Math.round(steps[k] / usual) - 1);
        throw placed
            .get(k + 1)
            .refusal(
                String.format(
                    Locale.ROOT,
                    "%d slice%s missing between %s and this one (%.2f mm apart, others %.2f mm)",
                    missing,
                    missing == 1 ? " is" : "s are",
                    placed.get(k).name(),
                    steps[k],
                    usual));
      }
    }
  }

  /** One slice alone is as thick as its header says. */
  private static Point3 singleStep(PlacedSlice slice) throws RefusedException {
    SliceAttributes attributes = slice.slice().attributes();
    double thickness =
        attributes
            .holder(Tag.PIXEL_MEASURES_SEQUENCE, Tag.SLICE_THICKNESS)
            .requireNumber(Tag.SLICE_THICKNESS);
    if (!PlacedSlice.isLength(thickness)) {
      throw attributes.top().refusal("is " + thickness, Tag.SLICE_THICKNESS, "");
    }
    return slice.normal().times(thickness);
  }

  private static List<String> remarks(Series series, List<PlacedSlice> placed)
      throws RefusedException {
    List<String> remarks = new ArrayList<>();
    int found = placed.size();
    int told = series.first().integer(Tag.NUMBER_OF_SLICES).orElse(found);
    if (told > found) {
      remarks.add(
          "%s: %s tells %s slices, %s %s there, without a gap: the series is cropped"
              .formatted(
                  series.label(),
                  Tag.NUMBER_OF_SLICES.label(),
                  told,
                  found,
                  found == 1 ? "is" : "are"));
    }
    outOfOrder(placed)
        .ifPresent(
            name ->
                remarks.add(
                    "%s: %s stands elsewhere by its %s than by its %s: check both"
                        .formatted(
                            series.label(),
                            name,
                            Tag.INSTANCE_NUMBER.label(),
                            Tag.IMAGE_POSITION_PATIENT.label())));
    return remarks;
  }

  /**
   * A slice whose number doesn't follow, where those of nearly all others do. Of series numbered in
   * another order nothing can be told.
   */
  private static Optional<String> outOfOrder(List<PlacedSlice> placed) throws RefusedException {
    int up = 0;
    int down = 0;
    List<OptionalInt> numbers = new ArrayList<>();
    for (PlacedSlice slice : placed) {
      numbers.add(slice.slice().attributes().top().integer(Tag.INSTANCE_NUMBER));
    }
    for (int k = 1; k < placed.size(); k++) {
      int step = Integer.compare(numbers.get(k).orElse(0), numbers.get(k - 1).orElse(0));
      up += step > 0 ? 1 : 0;
      down += step < 0 ? 1 : 0;
    }
    int against = Math.min(up, down);
    if (against == 0 || against * IN_ORDER > up + down) {
      return Optional.empty();
    }
    boolean rising = up > down;
    for (int k = 1; k < placed.size(); k++) {
      int step = Integer.compare(numbers.get(k).orElse(0), numbers.get(k - 1).orElse(0));
      if (rising ? step < 0 : step > 0) {
        return Optional.of(placed.get(k).name());
      }
    }
    return Optional.empty();
  }
}
