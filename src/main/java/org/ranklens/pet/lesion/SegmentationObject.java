package org.ranklens.pet.lesion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.DicomFile;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * The segments of a DICOM SEG (PS3.3 C.8.20): a voxel is inside when its centre lies in a set voxel
 * of a frame; of fractional segments, in one of at least half.
 */
final class SegmentationObject {

  private final DicomFile file;
  private final DataSet shared;
  private final List<DataSet> frames;
  private final Geometry grid;

  private SegmentationObject(DicomFile file, Geometry grid) throws RefusedException {
    this.file = file;
    this.grid = grid;
    this.shared = file.dataSet().requireItem(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
    this.frames = file.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
  }

  static List<FoundLesion> lesions(DicomFile file, Geometry grid) throws IOException {
    return new SegmentationObject(file, grid).read();
  }

  private List<FoundLesion> read() throws IOException {
    Map<Integer, String> names = new TreeMap<>();
    for (DataSet segment : file.dataSet().items(Tag.SEGMENT_SEQUENCE)) {
      names.put(
          segment.requireInteger(Tag.SEGMENT_NUMBER),
          segment.stringOrEmpty(Tag.SEGMENT_LABEL).strip());
    }
    Map<Integer, boolean[]> inside = new TreeMap<>();
    for (int frame = 0; frame < frames.size(); frame++) {
      int segment = segment(frames.get(frame));
      add(
          inside.computeIfAbsent(segment, s -> new boolean[(int) grid.voxels()]),
          frame(frames.get(frame)),
          file.storedValues(frame));
    }
    List<FoundLesion> lesions = new ArrayList<>();
    for (Map.Entry<Integer, boolean[]> entry : inside.entrySet()) {
      String name = names.getOrDefault(entry.getKey(), "");
      LesionMask.voi(entry.getValue(), grid)
          .ifPresent(voi -> lesions.add(new FoundLesion(name, voi, List.of())));
    }
    return lesions;
  }

  private int segment(DataSet frame) throws RefusedException {
    DataSet identification =
        frame
            .item(Tag.SEGMENT_IDENTIFICATION_SEQUENCE)
            .or(() -> shared.item(Tag.SEGMENT_IDENTIFICATION_SEQUENCE))
            .orElseThrow(() -> file.dataSet().missing(Tag.SEGMENT_IDENTIFICATION_SEQUENCE));
    return identification.requireInteger(Tag.REFERENCED_SEGMENT_NUMBER);
  }

  private DataSet group(DataSet frame, Tag tag) throws RefusedException {
    return frame
        .item(tag)
        .or(() -> shared.item(tag))
        .orElseThrow(() -> file.dataSet().missing(tag));
  }

  /** A frame as a grid of one slice. */
  private Geometry frame(DataSet frame) throws RefusedException {
    DataSet measures = group(frame, Tag.PIXEL_MEASURES_SEQUENCE);
    double[] spacing = measures.requireNumbers(Tag.PIXEL_SPACING, 2);
    double[] o =
        group(frame, Tag.PLANE_ORIENTATION_SEQUENCE)
            .requireNumbers(Tag.IMAGE_ORIENTATION_PATIENT, 6);
    double[] p =
        group(frame, Tag.PLANE_POSITION_SEQUENCE).requireNumbers(Tag.IMAGE_POSITION_PATIENT, 3);
    double thickness =
        measures
            .number(Tag.SPACING_BETWEEN_SLICES)
            .orElse(measures.requireNumber(Tag.SLICE_THICKNESS));
    Point3 along = new Point3(o[0], o[1], o[2]);
    Point3 down = new Point3(o[3], o[4], o[5]);
    return new Geometry(
        file.dataSet().requireInteger(Tag.COLUMNS),
        file.dataSet().requireInteger(Tag.ROWS),
        1,
        new Point3(p[0], p[1], p[2]),
        along.times(spacing[1]),
        down.times(spacing[0]),
        along.cross(down).times(thickness));
  }

  private void add(boolean[] inside, Geometry frame, int[] values) throws RefusedException {
    int half = file.dataSet().integer(Tag.MAXIMUM_FRACTIONAL_VALUE).orElse(1);
    int[] box =
        SiteCarrier.targetBox(
            frame,
            new int[] {0, frame.columns() - 1, 0, frame.rows() - 1, 0, 0},
            RigidTransform.identity(new Point3(0, 0, 0)),
            grid);
    for (int k = box[4]; k <= box[5]; k++) {
      for (int j = box[2]; j <= box[3]; j++) {
        for (int i = box[0]; i <= box[1]; i++) {
          VoxelPoint p = frame.toVoxel(grid.toPatient(i, j, k));
          int x = (int) Math.floor(p.column() + 0.5);
          int y = (int) Math.floor(p.row() + 0.5);
          int z = (int) Math.floor(p.slice() + 0.5);
          if (frame.contains(x, y, z) && 2 * values[frame.index(x, y, z)] >= half) {
            inside[grid.index(i, j, k)] = true;
          }
        }
      }
    }
  }
}
