package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Series;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.SliceStack;
import org.ranklens.pet.dicom.Tag;

/**
 * The scan that a mask is laid on.
 *
 * @param grid its voxels
 * @param frameOfReference (0020,0052), or empty where it isn't known
 * @param patientId (0010,0020), or empty; never shown
 * @param sliceOfImage the slice of each image, by (0008,0018)
 */
public record MaskTarget(
    Geometry grid, String frameOfReference, String patientId, Map<String, Integer> sliceOfImage) {

  public MaskTarget {
    sliceOfImage = Map.copyOf(sliceOfImage);
  }

  /** Returns a grid alone, whose images aren't known. */
  public static MaskTarget of(Geometry grid, String frameOfReference) {
    return new MaskTarget(grid, frameOfReference, "", Map.of());
  }

  /** Returns a series. */
  public static MaskTarget of(Series series) throws IOException {
    SliceStack stack = series.stack();
    Map<String, Integer> images = new HashMap<>();
    for (int k = 0; k < stack.slices().size(); k++) {
      Slice slice = stack.slices().get(k);
      String uid = slice.attributes().top().stringOrEmpty(Tag.SOP_INSTANCE_UID);
      if (!uid.isEmpty() && slice.file().frames() == 1) {
        images.put(uid, k);
      }
    }
    return new MaskTarget(
        stack.geometry(),
        series.frameOfReferenceUid(),
        series.first().stringOrEmpty(Tag.PATIENT_ID).strip(),
        images);
  }
}
