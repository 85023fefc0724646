package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Tag;

/** Where a mask says one thing and the scan, or the mask itself, another: told, not refused. */
final class Contradictions {

  /** Of so many slices without a voxel the region may be two; fewer look like a loss. */
  private static final int LARGEST_HOLE = 3;

  private static final double OVERLAP = 0.5;
  private static final double PERCENT = 100;

  private Contradictions() {}

  /** Returns what the whole file tells otherwise than the scan: patient, frame of reference. */
  static List<String> ofFile(DataSet set, MaskTarget target) {
    String patient = set.stringOrEmpty(Tag.PATIENT_ID).strip();
    return patient.isEmpty() || target.patientId().isEmpty() || patient.equals(target.patientId())
        ? List.of()
        : List.of(
            "drawn on another patient's scan, by "
                + Tag.PATIENT_ID.label()
                + ": its place was taken as it stands");
  }

  /** Returns a warning where a region was drawn in another frame of reference than the PET's. */
  static List<String> ofFrame(DataSet region, Tag tag, MaskTarget target) {
    String frame = region.stringOrEmpty(tag);
    return frame.isEmpty()
            || target.frameOfReference().isEmpty()
            || frame.equals(target.frameOfReference())
        ? List.of()
        : List.of(
            "drawn in another frame of reference than the PET's ("
                + tag.label()
                + "): its place was taken as it stands");
  }

  /** Whether images that a contour or frame names are slices of the PET, all of them elsewhere. */
  static boolean isElsewhere(List<DataSet> images, double slice, MaskTarget target) {
    boolean named = false;
    for (DataSet image : images) {
      Integer own = target.sliceOfImage().get(image.stringOrEmpty(Tag.REFERENCED_SOP_INSTANCE_UID));
      if (own != null && Math.abs(own - slice) <= 1) {
        return false;
      }
      named |= own != null;
    }
    return named;
  }

  /** Returns the warning for contours or frames that lie elsewhere than the images they name. */
  static List<String> elsewhere(String what, int count, int of, Tag tag) {
    return count == 0
        ? List.of()
        : List.of(
            "%s of its %s %s lie in another slice of the PET than the one that they refer to (%s): their place was taken"
                .formatted(count, of, what, tag.label()));
  }

  /** Returns the warning for voxels of a mask that the PET doesn't hold. */
  static List<String> outside(long outside, long all) {
    return outside == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%.0f %% of it lie outside of the PET and aren't measured",
                Math.max(1, PERCENT * outside / all)));
  }

  /** Returns a warning for slices without a voxel of the region between slices that look alike. */
  static List<String> holes(boolean[] inside, Geometry grid) throws IOException {
    int perSlice = grid.columns() * grid.rows();
    List<Integer> missing = new ArrayList<>();
    int last = -1;
    for (int k = 0; k < grid.slices(); k++) {
      if (isEmpty(inside, k * perSlice, perSlice)) {
        continue;
      }
      int hole = k - last - 1;
      if (last >= 0 && hole > 0 && hole <= LARGEST_HOLE && overlap(inside, last, k, perSlice)) {
        for (int m = last + 1; m < k; m++) {
          missing.add(m + 1);
        }
      }
      last = k;
    }
    return missing.isEmpty()
        ? List.of()
        : List.of(
            "it has no voxel in slice %s of the PET's %s, and has some above and below: a contour or frame of it may be missing"
                .formatted(
                    String.join(", ", missing.stream().map(String::valueOf).toList()),
                    grid.slices()));
  }

  private static boolean isEmpty(boolean[] inside, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (inside[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean overlap(boolean[] inside, int below, int above, int perSlice) {
    int one = 0;
    int other = 0;
    int both = 0;
    for (int i = 0; i < perSlice; i++) {
      boolean low = inside[below * perSlice + i];
      boolean high = inside[above * perSlice + i];
      one += low ? 1 : 0;
      other += high ? 1 : 0;
      both += low && high ? 1 : 0;
    }
    return both >= OVERLAP * Math.min(one, other);
  }
}
