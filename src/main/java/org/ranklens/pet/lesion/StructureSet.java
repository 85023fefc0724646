package org.ranklens.pet.lesion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.dicom.VoxelPoint;

/**
 * The regions of an RTSTRUCT (DICOM PS3.3 C.8.8.6). A contour belongs to the slice at its position,
 * whatever image it refers to; a voxel is inside when its centre is, by the even-odd rule, edges
 * half open; contours of one slice are combined by exclusive or.
 */
final class StructureSet {

  private StructureSet() {}

  static List<FoundLesion> lesions(DataSet file, Geometry grid) throws RefusedException {
    Map<Integer, String> names = new HashMap<>();
    for (DataSet roi : file.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
      names.put(roi.requireInteger(Tag.ROI_NUMBER), roi.stringOrEmpty(Tag.ROI_NAME).strip());
    }
    List<FoundLesion> lesions = new ArrayList<>();
    for (DataSet roi : file.items(Tag.ROI_CONTOUR_SEQUENCE)) {
      String name = names.getOrDefault(roi.requireInteger(Tag.REFERENCED_ROI_NUMBER), "");
      boolean[] inside = new boolean[Math.toIntExact(grid.voxels())];
      for (DataSet contour : roi.items(Tag.CONTOUR_SEQUENCE)) {
        if (contour.stringOrEmpty(Tag.CONTOUR_GEOMETRIC_TYPE).equals("CLOSED_PLANAR")) {
          fill(inside, grid, contour.numbers(Tag.CONTOUR_DATA));
        }
      }
      LesionMask.voi(inside, grid)
          .ifPresent(voi -> lesions.add(new FoundLesion(name, voi, List.of())));
    }
    return lesions;
  }

  private static void fill(boolean[] inside, Geometry grid, double[] points) {
    int n = points.length / 3;
    double[] x = new double[n];
    double[] y = new double[n];
    double z = 0;
    for (int i = 0; i < n; i++) {
      VoxelPoint p = grid.toVoxel(new Point3(points[3 * i], points[3 * i + 1], points[3 * i + 2]));
      x[i] = p.column();
      y[i] = p.row();
      z += p.slice() / n;
    }
    int slice = (int) Math.floor(z + 0.5);
    if (slice < 0 || slice >= grid.slices()) {
      return;
    }
    for (int row = 0; row < grid.rows(); row++) {
      for (int a = 0; a < n; a++) {
        int b = (a + 1) % n;
        if ((y[a] > row) != (y[b] > row)) {
          flip(inside, grid, row, slice, x[a] + (row - y[a]) * (x[b] - x[a]) / (y[b] - y[a]));
        }
      }
    }
  }

  /** Every voxel left of a crossing is on its other side. */
  private static void flip(boolean[] inside, Geometry grid, int row, int slice, double crossing) {
    for (int column = 0; column < grid.columns() && column < crossing; column++) {
      inside[grid.index(column, row, slice)] ^= true;
    }
  }
}
