package org.ranklens.pet.lesion;

import java.util.Arrays;
import java.util.function.Predicate;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** A volume of interest: a set of voxels of a grid, at least one. */
public final class Voi {

  private final Geometry geometry;
  private final int[] voxels;

  /**
   * Copies the indices.
   *
   * @param voxels indices by {@link Geometry#index}, ascending, none twice
   */
  public Voi(Geometry geometry, int[] voxels) {
    if (voxels.length == 0) {
      throw new IllegalArgumentException("a VOI needs a voxel");
    }
    for (int i = 0; i < voxels.length; i++) {
      if (voxels[i] < 0
          || voxels[i] >= geometry.voxels()
          || (i > 0 && voxels[i] <= voxels[i - 1])) {
        throw new IllegalArgumentException("indices of a VOI must ascend within its grid");
      }
    }
    this.geometry = geometry;
    this.voxels = voxels.clone();
  }

  /** Returns the grid. */
  public Geometry geometry() {
    return geometry;
  }

  /** Returns the indices by {@link Geometry#index}, ascending: a copy. */
  public int[] voxels() {
    return voxels.clone();
  }

  /** Returns the number of voxels. */
  public int size() {
    return voxels.length;
  }

  /** Returns the volume in millilitres. */
  public double ml() {
    return voxels.length * geometry.voxelMl();
  }

  /** Returns whether it holds a voxel. */
  public boolean contains(int index) {
    return Arrays.binarySearch(voxels, index) >= 0;
  }

  /** Returns of how many of its voxels the centres pass a test, 0 to 1. */
  public double partWhere(Predicate<Point3> test) {
    long passed =
        Arrays.stream(voxels).mapToObj(i -> Extent.centre(geometry, i)).filter(test).count();
    return (double) passed / voxels.length;
  }

  /** Returns the mean of the voxels' centres, in DICOM patient coordinates. */
  public Point3 centre() {
    long column = 0;
    long row = 0;
    long slice = 0;
    int perSlice = geometry.columns() * geometry.rows();
    for (int index : voxels) {
      column += index % geometry.columns();
      row += index % perSlice / geometry.columns();
      slice += index / perSlice;
    }
    double n = voxels.length;
    return geometry.toPatient(column / n, row / n, slice / n);
  }

  /** Returns the indices themselves. */
  int[] indices() {
    return voxels;
  }
}
