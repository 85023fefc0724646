package org.ranklens.pet.lesion;

import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

/** The part of a grid that holds some regions, so that maps needn't be made of the whole. */
final class Crop {

  /** The part as a grid of its own; its origin is not that of its first voxel. */
  final Geometry part;

  private final Geometry whole;
  private final int x0;
  private final int y0;
  private final int z0;

  /**
   * @param marginMm how far it reaches beyond the region, as far as the grid does
   * @param region indices of the whole grid
   */
  Crop(Geometry whole, int[] region, double marginMm) {
    int[] box = Extent.box(region, whole);
    double least =
        Math.min(whole.columnSpacingMm(), Math.min(whole.rowSpacingMm(), whole.sliceSpacingMm()));
    int margin = (int) Math.ceil(marginMm / least) + 1;
    this.whole = whole;
    this.x0 = Math.max(0, box[0] - margin);
    this.y0 = Math.max(0, box[2] - margin);
    this.z0 = Math.max(0, box[4] - margin);
    this.part =
        new Geometry(
            Math.min(whole.columns() - 1, box[1] + margin) - x0 + 1,
            Math.min(whole.rows() - 1, box[3] + margin) - y0 + 1,
            Math.min(whole.slices() - 1, box[5] + margin) - z0 + 1,
            new Point3(0, 0, 0),
            whole.columnStep(),
            whole.rowStep(),
            whole.sliceStep());
  }

  /** Returns a set of the part, from indices of the whole grid that lie in it. */
  boolean[] set(int[] indices) {
    boolean[] set = new boolean[(int) part.voxels()];
    for (int index : indices) {
      set[toPart(index)] = true;
    }
    return set;
  }

  /** Returns the index in the part of a voxel that lies in it. */
  int toPart(int index) {
    int x = index % whole.columns() - x0;
    int y = index / whole.columns() % whole.rows() - y0;
    int z = index / (whole.columns() * whole.rows()) - z0;
    return part.index(x, y, z);
  }

  /** Returns the index in the whole grid. */
  int toWhole(int index) {
    int x = index % part.columns() + x0;
    int y = index / part.columns() % part.rows() + y0;
    int z = index / (part.columns() * part.rows()) + z0;
    return whole.index(x, y, z);
  }
}
