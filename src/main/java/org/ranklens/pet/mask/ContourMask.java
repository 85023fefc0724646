package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Tag;

/** The regions of an RTSTRUCT (DICOM PS3.3, C.8.8.5 and C.8.8.6). */
final class ContourMask {

  private final DataSet set;
  private final Geometry grid;
  private final String frameOfReference;

  private ContourMask(DataSet set, Geometry grid, String frameOfReference) {
    this.set = set;
    this.grid = grid;
    this.frameOfReference = frameOfReference;
  }

  static List<NamedMask> read(DataSet set, Geometry grid, String frameOfReference)
      throws IOException {
    return new ContourMask(set, grid, frameOfReference).read();
  }

  private List<NamedMask> read() throws IOException {
    Map<Integer, DataSet> described = new HashMap<>();
    for (DataSet roi : set.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
      described.put(roi.requireInteger(Tag.ROI_NUMBER), roi);
    }
    List<NamedMask> masks = new ArrayList<>();
    for (DataSet roi : set.items(Tag.ROI_CONTOUR_SEQUENCE)) {
      DataSet about = described.getOrDefault(roi.requireInteger(Tag.REFERENCED_ROI_NUMBER), roi);
      masks.add(region(about, roi));
    }
    return masks;
  }

  private NamedMask region(DataSet about, DataSet roi) throws IOException {
    List<String> warnings = new ArrayList<>();
    ContourStack planes = new ContourStack(grid);
    int other = 0;
    for (DataSet contour : roi.items(Tag.CONTOUR_SEQUENCE)) {
      if (contour.stringOrEmpty(Tag.CONTOUR_GEOMETRIC_TYPE).startsWith("CLOSED")) {
        planes.add(contour);
      } else {
        other++;
      }
    }
    if (other > 0) {
      warnings.add(other + " points or open contours of it enclose nothing and were passed over");
    }
    warnings.addAll(planes.warnings());
    warnings.addAll(otherFrame(about, Tag.REFERENCED_FRAME_OF_REFERENCE_UID, frameOfReference));
    return new NamedMask(about.stringOrEmpty(Tag.ROI_NAME).strip(), planes.inside(), warnings);
  }

  /** Returns a warning where a region was drawn in another frame of reference than the PET's. */
  static List<String> otherFrame(DataSet region, Tag tag, String frameOfReference)
      throws IOException {
    String frame = region.stringOrEmpty(tag);
    return frame.isEmpty() || frameOfReference.isEmpty() || frame.equals(frameOfReference)
        ? List.of()
        : List.of(
            "drawn in another frame of reference than the PET's ("
                + tag.label()
                + "): its place was taken as it stands");
  }
}
