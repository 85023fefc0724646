package org.ranklens.pet.mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;
import org.ranklens.pet.dicom.Tag;
import org.ranklens.pet.dicom.VoxelPoint;

/** The regions of an RTSTRUCT (DICOM PS3.3, C.8.8.5 and C.8.8.6). */
final class ContourMask {

  private final Geometry grid;
  private final boolean[] inside;

  private ContourMask(Geometry grid) {
    this.grid = grid;
    this.inside = new boolean[(int) grid.voxels()];
  }

  static List<NamedMask> read(DataSet set, Geometry grid) throws IOException {
    Map<Integer, String> names = new HashMap<>();
    for (DataSet roi : set.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
      names.put(roi.requireInteger(Tag.ROI_NUMBER), roi.stringOrEmpty(Tag.ROI_NAME));
    }
    List<NamedMask> masks = new ArrayList<>();
    for (DataSet roi : set.items(Tag.ROI_CONTOUR_SEQUENCE)) {
      ContourMask mask = new ContourMask(grid);
      for (DataSet contour : roi.items(Tag.CONTOUR_SEQUENCE)) {
        if (contour.stringOrEmpty(Tag.CONTOUR_GEOMETRIC_TYPE).startsWith("CLOSED")) {
          mask.add(contour);
        }
      }
      int number = roi.requireInteger(Tag.REFERENCED_ROI_NUMBER);
      masks.add(new NamedMask(names.getOrDefault(number, ""), mask.inside));
    }
    return masks;
  }

  private void add(DataSet contour) throws IOException {
    double[] data = contour.numbers(Tag.CONTOUR_DATA);
    if (data.length == 0 || data.length % 3 != 0) {
      throw contour.refusal(
          "holds " + data.length + " numbers, not three for each point", Tag.CONTOUR_DATA, "");
    }
    int n = data.length / 3;
    double[] x = new double[n];
    double[] y = new double[n];
    double slice = 0;
    boolean axial = isAxial();
    for (int p = 0; p < n; p++) {
      VoxelPoint at = grid.toVoxel(new Point3(data[3 * p], data[3 * p + 1], data[3 * p + 2]));
      slice += at.slice() / n;
      // Millimetres stay as they are where rows and columns run along x and y: nothing is rounded.
      x[p] = axial ? data[3 * p] : at.column();
      y[p] = axial ? data[3 * p + 1] : at.row();
    }
    long k = Math.round(slice);
    if (k >= 0 && k < grid.slices()) {
      fill(x, y, (int) k, axial);
    }
  }

  private boolean isAxial() {
    Point3 column = grid.columnStep();
    Point3 row = grid.rowStep();
    return column.yMm() == 0 && column.zMm() == 0 && row.xMm() == 0 && row.zMm() == 0;
  }

  private void fill(double[] x, double[] y, int k, boolean axial) {
    double[] centre = new double[grid.columns()];
    for (int i = 0; i < centre.length; i++) {
      centre[i] = axial ? grid.toPatient(i, 0, 0).xMm() : i;
    }
    for (int j = 0; j < grid.rows(); j++) {
      double rowCentre = axial ? grid.toPatient(0, j, 0).yMm() : j;
      EvenOdd.flip(x, y, rowCentre, centre, inside, grid.index(0, j, k));
    }
  }
}
