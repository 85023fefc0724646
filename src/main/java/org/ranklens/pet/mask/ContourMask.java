package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/** The regions of an RTSTRUCT (DICOM PS3.3, C.8.8.5 and C.8.8.6). */
final class ContourMask {

  private final DataSet set;
  private final MaskTarget target;

  private ContourMask(DataSet set, MaskTarget target) {
    this.set = set;
    this.target = target;
  }

  static List<NamedMask> read(DataSet set, MaskTarget target) throws IOException {
    return new ContourMask(set, target).read();
  }

  private List<NamedMask> read() throws IOException {
    Map<Integer, DataSet> described = new LinkedHashMap<>();
    Set<Integer> drawn = new HashSet<>();
    for (DataSet roi : set.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
      described.put(roi.requireInteger(Tag.ROI_NUMBER), roi);
    }
    List<NamedMask> masks = new ArrayList<>();
    for (DataSet roi : set.items(Tag.ROI_CONTOUR_SEQUENCE)) {
      int number = roi.requireInteger(Tag.REFERENCED_ROI_NUMBER);
      masks.add(region(described.getOrDefault(number, roi), roi));
      drawn.add(number);
    }
    described.keySet().removeAll(drawn);
    for (DataSet about : described.values()) {
      // Told by its caller, as one without contours.
      masks.add(region(about, about));
    }
    return masks;
  }

  private NamedMask region(DataSet about, DataSet roi) throws IOException {
    List<String> warnings = new ArrayList<>();
    ContourStack planes = new ContourStack(target);
    int other = 0;
    for (DataSet contour : roi.items(Tag.CONTOUR_SEQUENCE)) {
      if (isClosed(contour)) {
        planes.add(contour);
      } else {
        other++;
      }
    }
    if (other > 0) {
      warnings.add(other + " points or open contours of it enclose nothing and were passed over");
    }
    boolean[] inside = planes.inside();
    warnings.addAll(planes.warnings());
    warnings.addAll(Contradictions.ofFrame(about, Tag.REFERENCED_FRAME_OF_REFERENCE_UID, target));
    return new NamedMask(about.stringOrEmpty(Tag.ROI_NAME).strip(), inside, warnings);
  }

  /** Two points enclose nothing, whatever they are called. */
  private static boolean isClosed(DataSet contour) throws IOException {
    return contour.stringOrEmpty(Tag.CONTOUR_GEOMETRIC_TYPE).startsWith("CLOSED")
        && contour.numbers(Tag.CONTOUR_DATA).length > 6;
  }
}
