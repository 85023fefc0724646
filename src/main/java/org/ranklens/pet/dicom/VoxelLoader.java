package org.ranklens.pet.dicom;

import java.io.IOException;
import org.ranklens.Execution;
import org.ranklens.RefusedException;

/** Stored values into arrays on the grid, rescaled slice by slice. */
final class VoxelLoader {

  private VoxelLoader() {}

  static ActivityVolume activity(SliceStack stack, Execution execution) throws IOException {
    Geometry grid = stack.geometry();
    float[] values = new float[arrayLength(stack)];
    int perSlice = grid.columns() * grid.rows();
    eachSlice(
        stack, execution, (k, slice) -> System.arraycopy(slice, 0, values, k * perSlice, perSlice));
    return new ActivityVolume(grid, values);
  }

  static void eachSlice(SliceStack stack, Execution execution, VolumeReader.SliceTaker taker)
      throws IOException {
    int slices = stack.slices().size();
    execution.progress().begin("reading PET", slices);
    ParallelWork.forEach(slices, execution, k -> taker.take(k, activity(stack.slices().get(k))));
  }

  private static float[] activity(Slice slice) throws IOException {
    Rescale rescale = Rescale.of(slice);
    int[] stored = slice.file().storedValues(slice.frame());
    float[] values = new float[stored.length];
    double slope = rescale.slope();
    double intercept = rescale.intercept();
    for (int i = 0; i < stored.length; i++) {
      values[i] = (float) (stored[i] * slope + intercept);
    }
    return values;
  }

  static CtVolume ct(Series series, Execution execution) throws IOException {
    SliceStack stack = series.stack();
    Geometry grid = stack.geometry();
    short[] hu = new short[arrayLength(stack)];
    int perSlice = grid.columns() * grid.rows();
    execution.progress().begin("reading CT", grid.slices());
    ParallelWork.forEach(
        grid.slices(), execution, k -> hounsfield(stack.slices().get(k), hu, k * perSlice));
    return new CtVolume(grid, hu, CtProtocols.of(stack.slices().get(0)));
  }

  private static void hounsfield(Slice slice, short[] hu, int at) throws IOException {
    Rescale rescale = Rescale.of(slice);
    int[] stored = slice.file().storedValues(slice.frame());
    double slope = rescale.slope();
    double intercept = rescale.intercept();
    for (int i = 0; i < stored.length; i++) {
      long value = Math.round(stored[i] * slope + intercept);
      hu[at + i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
  }

  static int arrayLength(SliceStack stack) throws RefusedException {
    long voxels = stack.geometry().voxels();
    if (voxels > Integer.MAX_VALUE - 16) {
      throw new RefusedException(
          "the series has " + voxels + " voxels, more than can be held at once",
          stack.slices().get(0).file().path().toString(),
          Tag.ROWS.label(),
          "crop it");
    }
    return (int) voxels;
  }
}
