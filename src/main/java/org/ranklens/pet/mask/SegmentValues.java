package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/** What a stored value of a SEG means, by (0062,0001) SegmentationType. */
final class SegmentValues {

  private enum Kind {
    BINARY,
    FRACTIONAL,
    LABELMAP
  }

  private final DataSet set;
  private final Kind kind;
  private final int most;

  private SegmentValues(DataSet set, Kind kind, int most) {
    this.set = set;
    this.kind = kind;
    this.most = most;
  }

  static SegmentValues of(DataSet set) throws IOException {
    String told = set.stringOrEmpty(Tag.SEGMENTATION_TYPE).toUpperCase(Locale.ROOT);
    return switch (told) {
      case "BINARY" -> new SegmentValues(set, Kind.BINARY, 1);
      case "LABELMAP" -> new SegmentValues(set, Kind.LABELMAP, Integer.MAX_VALUE);
      case "FRACTIONAL" -> new SegmentValues(set, Kind.FRACTIONAL, whole(set));
      case "" -> {
        // One bit a pixel has no other meaning.
        if (set.requireInteger(Tag.BITS_ALLOCATED) != 1) {
          throw set.missing(Tag.SEGMENTATION_TYPE);
        }
        yield new SegmentValues(set, Kind.BINARY, 1);
      }
      default ->
          throw set.refusal(
              "is " + told + " instead of BINARY, FRACTIONAL or LABELMAP",
              Tag.SEGMENTATION_TYPE,
              "");
    };
  }

  private static int whole(DataSet set) throws IOException {
    int whole = set.requireInteger(Tag.MAXIMUM_FRACTIONAL_VALUE);
    if (whole < 1) {
      throw set.refusal("is " + whole, Tag.MAXIMUM_FRACTIONAL_VALUE, "");
    }
    return whole;
  }

  /** Whether a pixel holds the number of its segment. */
  boolean isLabelMap() {
    return kind == Kind.LABELMAP;
  }

  /** Returns the segments of a label map's frame; 0 is none. */
  SortedSet<Integer> labels(int[] stored) throws RefusedException {
    SortedSet<Integer> labels = new TreeSet<>();
    for (int value : stored) {
      check(value);
      if (value != 0) {
        labels.add(value);
      }
    }
    return labels;
  }

  /** Returns which pixels belong to a segment. */
  boolean[] of(int[] stored, int segment) throws RefusedException {
    boolean[] inside = new boolean[stored.length];
    for (int i = 0; i < stored.length; i++) {
      check(stored[i]);
      inside[i] = isLabelMap() ? stored[i] == segment : 2L * stored[i] >= most;
    }
    return inside;
  }

  private void check(int value) throws RefusedException {
    if (value >= 0 && value <= most) {
      return;
    }
    Tag tag = kind == Kind.FRACTIONAL ? Tag.MAXIMUM_FRACTIONAL_VALUE : Tag.SEGMENTATION_TYPE;
    String told = kind == Kind.FRACTIONAL ? Integer.toString(most) : kind.name();
    throw set.refusal("is " + told + ", but a pixel holds " + value, tag, "");
  }
}
