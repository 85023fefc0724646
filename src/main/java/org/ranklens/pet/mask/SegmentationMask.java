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
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.dicom.VoxelPoint;

/** The segments of a DICOM SEG (PS3.3, C.8.20), binary or fractional (from a half on). */
final class SegmentationMask {

  private final Geometry grid;
  private final boolean[] inside;

  private SegmentationMask(Geometry grid) {
    this.grid = grid;
    this.inside = new boolean[(int) grid.voxels()];
  }

  static List<NamedMask> read(DicomFile file, Geometry grid, String frameOfReference)
      throws IOException {
    DataSet set = file.dataSet();
    boolean fractional = set.stringOrEmpty(Tag.SEGMENTATION_TYPE).equals("FRACTIONAL");
    int half = fractional ? (set.requireInteger(Tag.MAXIMUM_FRACTIONAL_VALUE) + 1) / 2 : 1;
    Map<Integer, SegmentationMask> bySegment = new TreeMap<>();
    for (int frame = 0; frame < file.frames(); frame++) {
      Slice slice = Slice.of(file, frame);
      int segment =
          slice
              .attributes()
              .holder(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, Tag.REFERENCED_SEGMENT_NUMBER)
              .requireInteger(Tag.REFERENCED_SEGMENT_NUMBER);
      bySegment
          .computeIfAbsent(segment, key -> new SegmentationMask(grid))
          .add(slice.plane(), file.storedValues(frame), half);
    }
    List<String> warnings =
        ContourMask.otherFrame(set, Tag.FRAME_OF_REFERENCE_UID, frameOfReference);
    List<NamedMask> masks = new ArrayList<>();
    for (Map.Entry<Integer, SegmentationMask> entry : bySegment.entrySet()) {
      masks.add(new NamedMask(label(set, entry.getKey()), entry.getValue().inside, warnings));
    }
    return masks;
  }

  private static String label(DataSet set, int segment) throws IOException {
    for (DataSet item : set.items(Tag.SEGMENT_SEQUENCE)) {
      if (item.requireInteger(Tag.SEGMENT_NUMBER) == segment) {
        return item.stringOrEmpty(Tag.SEGMENT_LABEL);
      }
    }
    return "";
  }

  private void add(Geometry frame, int[] values, int threshold) {
    for (int k = 0; k < grid.slices(); k++) {
      if (!near(frame, k)) {
        continue;
      }
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          VoxelPoint at = frame.toVoxel(grid.toPatient(i, j, k));
          int column = (int) Math.round(at.column());
          int row = (int) Math.round(at.row());
          if (Math.round(at.slice()) == 0
              && frame.contains(column, row, 0)
              && values[frame.index(column, row, 0)] >= threshold) {
            inside[grid.index(i, j, k)] = true;
          }
        }
      }
    }
  }

  /** Whether a slice of the grid touches the frame's plane. */
  private boolean near(Geometry frame, int k) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 4; corner++) {
      double i = (corner & 1) * (grid.columns() - 1);
      double j = (corner >> 1) * (grid.rows() - 1);
      double slice = frame.toVoxel(grid.toPatient(i, j, k)).slice();
      lowest = Math.min(lowest, slice);
      highest = Math.max(highest, slice);
    }
    return lowest <= 0.5 && highest >= -0.5;
  }
}
