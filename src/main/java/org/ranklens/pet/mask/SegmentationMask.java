package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.DicomFile;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Slice;
import org.ranklens.pet.dicom.SliceAttributes;
import org.ranklens.pet.dicom.Tag;

/** The segments of a DICOM SEG (PS3.3, C.8.20): binary, fractional (from a half on), label map. */
final class SegmentationMask {

  private final DicomFile file;
  private final DataSet set;
  private final MaskTarget target;
  private final SegmentValues values;
  private final Map<Integer, Segment> segments = new TreeMap<>();

  private SegmentationMask(DicomFile file, MaskTarget target) throws IOException {
    this.file = file;
    this.set = file.dataSet();
    this.target = target;
    this.values = SegmentValues.of(set);
  }

  static List<NamedMask> read(DicomFile file, MaskTarget target) throws IOException {
    return new SegmentationMask(file, target).read();
  }

  private List<NamedMask> read() throws IOException {
    int groups = set.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
    if (groups != file.frames()) {
      throw set.refusal(
          "holds %s items where %s tells %s"
              .formatted(groups, Tag.NUMBER_OF_FRAMES.label(), file.frames()),
          Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
          "");
    }
    for (DataSet item : set.items(Tag.SEGMENT_SEQUENCE)) {
      segment(item.requireInteger(Tag.SEGMENT_NUMBER));
    }
    List<Geometry> planes = FramePlanes.of(file);
    for (int frame = 0; frame < planes.size(); frame++) {
      add(frame, planes.get(frame));
    }
    List<String> warnings = Contradictions.ofFrame(set, Tag.FRAME_OF_REFERENCE_UID, target);
    boolean[] none = new boolean[(int) target.grid().voxels()];
    List<NamedMask> masks = new ArrayList<>();
    for (Map.Entry<Integer, Segment> entry : segments.entrySet()) {
      masks.add(entry.getValue().named(label(entry.getKey()), none).with(warnings));
    }
    return masks;
  }

  private Segment segment(int number) {
    return segments.computeIfAbsent(number, key -> new Segment(target));
  }

  private void add(int frame, Geometry plane) throws IOException {
    int[] stored = file.storedValues(frame);
    SliceAttributes attributes = Slice.of(file, frame).attributes();
    List<DataSet> images =
        attributes
            .holder(Tag.DERIVATION_IMAGE_SEQUENCE, Tag.SOURCE_IMAGE_SEQUENCE)
            .items(Tag.SOURCE_IMAGE_SEQUENCE);
    if (values.isLabelMap()) {
      for (int number : values.labels(stored)) {
        segment(number).add(plane, values.of(stored, number), images);
      }
    } else {
      int number =
          attributes
              .holder(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, Tag.REFERENCED_SEGMENT_NUMBER)
              .requireInteger(Tag.REFERENCED_SEGMENT_NUMBER);
      segment(number).add(plane, values.of(stored, number), images);
    }
  }

  private String label(int segment) throws IOException {
    for (DataSet item : set.items(Tag.SEGMENT_SEQUENCE)) {
      if (item.requireInteger(Tag.SEGMENT_NUMBER) == segment) {
        return item.stringOrEmpty(Tag.SEGMENT_LABEL);
      }
    }
    return "";
  }
}
