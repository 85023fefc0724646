package org.ranklens.pet.mask;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/**
 * The grid of a NIfTI-1 file (nifti1.h, "3D image orientation"): the affine of its s-form, else of
 * its q-form, turned from NIfTI's RAS into DICOM's LPS by the signs of x and y.
 *
 * @param geometry the grid in patient coordinates
 */
record NiftiGrid(Geometry geometry) {

  /** Of length 1, but for rounding. */
  private static final double LONGEST_QUATERNION = 1.001;

  long voxels() {
    return geometry.voxels();
  }

  static NiftiGrid of(ByteBuffer header, Path file) throws IOException {
    int dimensions = header.getShort(40);
    if (dimensions < 1 || dimensions > 7) {
      throw NiftiMask.refused(file, "its header is damaged");
    }
    int unit = header.get(123) & 7;
    if (unit == 1 || unit == 3) {
      throw NiftiMask.refused(
          file, "its lengths are told in " + (unit == 1 ? "metres" : "micrometres"));
    }
    int[] size = {1, 1, 1};
    for (int d = 0; d < dimensions; d++) {
      int extent = header.getShort(42 + 2 * d);
      if (extent < 1 || (d >= 3 && extent != 1)) {
        throw NiftiMask.refused(file, "dimension " + (d + 1) + " is " + extent);
      }
      if (d < 3) {
        size[d] = extent;
      }
    }
    double[][] affine = header.getShort(254) > 0 ? sForm(header) : qForm(header, file);
    try {
      return new NiftiGrid(
          new Geometry(
              size[0],
              size[1],
              size[2],
              lps(affine, 3),
              lps(affine, 0),
              lps(affine, 1),
              lps(affine, 2)));
    } catch (IllegalArgumentException e) {
      throw NiftiMask.refused(file, "its affine spans no volume");
    }
  }

  private static Point3 lps(double[][] affine, int column) {
    return new Point3(-affine[0][column], -affine[1][column], affine[2][column]);
  }

  private static double[][] sForm(ByteBuffer header) {
    double[][] affine = new double[3][4];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        affine[row][column] = header.getFloat(280 + 16 * row + 4 * column);
      }
    }
    return affine;
  }

  private static double[][] qForm(ByteBuffer header, Path file) throws IOException {
    if (header.getShort(252) <= 0) {
      throw NiftiMask.refused(file, "it tells neither s-form nor q-form, so its place is unknown");
    }
    double b = header.getFloat(256);
    double c = header.getFloat(260);
    double d = header.getFloat(264);
    if (!(b * b + c * c + d * d <= LONGEST_QUATERNION)) {
      throw NiftiMask.refused(file, "the quaternion of its q-form is none");
    }
    double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
    double[][] turn = {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
    };
    double flip = header.getFloat(76) < 0 ? -1 : 1;
    double[] spacing = {header.getFloat(80), header.getFloat(84), header.getFloat(88) * flip};
    double[][] affine = new double[3][4];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        affine[row][column] = turn[row][column] * spacing[column];
      }
      affine[row][3] = header.getFloat(268 + 4 * row);
    }
    return affine;
  }
}
