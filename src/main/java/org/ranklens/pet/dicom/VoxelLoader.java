package org.ranklens.pet.dicom;

import java.io.IOException;
import java.util.Arrays;
import org.ranklens.Execution;
import org.ranklens.RefusedException;

/** Stored values into arrays on the grid, rescaled slice by slice. */
final class VoxelLoader {

  private VoxelLoader() {}

  static ActivityVolume activity(SliceStack stack, Execution execution) throws IOException {
    double[] ones = new double[stack.slices().size()];
    Arrays.fill(ones, 1);
    return new ActivityVolume(stack.geometry(), scaled(stack, ones, execution));
  }

  /** Each slice's values, rescaled, times a factor of the slice. */
  static float[] scaled(SliceStack stack, double[] factors, Execution execution)
      throws IOException {
    Geometry grid = stack.geometry();
    float[] values = new float[arrayLength(stack)];
    int perSlice = grid.columns() * grid.rows();
    int slices = stack.slices().size();
    execution.progress().begin("reading PET", slices);
    ParallelWork.forEach(
        slices, execution, k -> scaled(stack.slices().get(k), factors[k], values, k * perSlice));
    return values;
  }

  private static void scaled(Slice slice, double factor, float[] values, int at)
      throws IOException {
    Rescale rescale = Rescale.of(slice);
    int[] stored = slice.file().storedValues(slice.frame());
    double slope = rescale.slope();
    double intercept = rescale.intercept();
    for (int i = 0; i < stored.length; i++) {
      // Rounded twice, as an activity volume times the factor would be.
      values[at + i] = (float) ((float) (stored[i] * slope + intercept) * factor);
    }
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
    // Without it nobody knows where air lies.
    slice
        .attributes()
        .holder(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_INTERCEPT)
        .requireNumber(Tag.RESCALE_INTERCEPT);
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
