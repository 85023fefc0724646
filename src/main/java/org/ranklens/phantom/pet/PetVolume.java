package org.ranklens.phantom.pet;

import java.util.Locale;

/** The PET as it is stored: integers with a slope of its own in every slice. */
final class PetVolume {

  private static final int LARGEST = 32_000;

  final VoxelGrid grid;
  final short[] stored;
  final String[] slopes;

  /** SUV as a perfect reader gets it back from the stored integers. */
  final float[] suv;

  private PetVolume(VoxelGrid grid) {
    this.grid = grid;
    this.stored = new short[grid.voxels()];
    this.suv = new float[grid.voxels()];
    this.slopes = new String[grid.slices()];
  }

  static PetVolume quantised(float[] suv, VoxelGrid grid, Scanner scanner) {
    PetVolume volume = new PetVolume(grid);
    int plane = grid.columns() * grid.rows();
    for (int slice = 0; slice < grid.slices(); slice++) {
      int start = slice * plane;
      double perSuv = scanner.storedPerSuv(slice);
      double largest = 1e-3;
      for (int k = start; k < start + plane; k++) {
        largest = Math.max(largest, suv[k]);
      }
      // Nine digits, as DICOM's decimal strings have room for; what is written is what counts.
      String slope = String.format(Locale.ROOT, "%.8e", largest * perSuv / LARGEST);
      double value = Double.parseDouble(slope);
      volume.slopes[slice] = slope;
      for (int k = start; k < start + plane; k++) {
        volume.stored[k] = (short) Math.round(Math.max(0, suv[k]) * perSuv / value);
        volume.suv[k] = (float) (volume.stored[k] * value / perSuv);
      }
    }
    return volume;
  }
}
