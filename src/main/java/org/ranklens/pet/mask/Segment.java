package org.ranklens.pet.mask;

import java.util.ArrayList;
import java.util.List;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.dicom.VoxelPoint;

/** One segment, frame by frame, on the grid of the scan. */
final class Segment {

  private final MaskTarget target;
  private final Geometry grid;
  private boolean[] inside;
  private int frames;
  private int elsewhere;
  private long pixels;
  private long outside;

  Segment(MaskTarget target) {
    this.target = target;
    this.grid = target.grid();
    this.inside = new boolean[0];
  }

  /** Each voxel of the grid takes the frame's pixel that it lies in. */
  void add(Geometry frame, boolean[] set, List<DataSet> images) {
    if (frames++ == 0) {
      inside = new boolean[(int) grid.voxels()];
    }
    double slice = grid.toVoxel(frame.toPatient(0, 0, 0)).slice();
    elsewhere += Contradictions.isElsewhere(images, slice, target) ? 1 : 0;
    count(frame, set);
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
              && set[frame.index(column, row, 0)]) {
            inside[grid.index(i, j, k)] = true;
          }
        }
      }
    }
  }

  private void count(Geometry frame, boolean[] set) {
    for (int j = 0; j < frame.rows(); j++) {
      for (int i = 0; i < frame.columns(); i++) {
        if (set[frame.index(i, j, 0)]) {
          Point3 at = frame.toPatient(i, j, 0);
          pixels++;
          outside += grid.holds(at) ? 0 : 1;
        }
      }
    }
  }

  /** A segment without frames marks what {@code none} does. */
  NamedMask named(String label, boolean[] none) {
    List<String> warnings = new ArrayList<>(Contradictions.outside(outside, pixels));
    warnings.addAll(
        Contradictions.elsewhere("frames", elsewhere, frames, Tag.DERIVATION_IMAGE_SEQUENCE));
    return new NamedMask(label, frames == 0 ? none : inside, warnings);
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
