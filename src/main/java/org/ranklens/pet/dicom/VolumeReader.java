package org.ranklens.pet.dicom;

import java.io.IOException;
import org.ranklens.Execution;

/** Reads the voxels of a series, slices in parallel. */
public final class VolumeReader {

  private VolumeReader() {}

  /** Reads a PET series, each slice times its own slope. */
  public static ActivityVolume activity(Series series, Execution execution) throws IOException {
    return VoxelLoader.activity(series.stack(), execution);
  }

  /**
   * Returns the number of a stack's voxels.
   *
   * @throws org.ranklens.RefusedException where an array can't hold so many
   */
  public static int voxels(SliceStack stack) throws IOException {
    return VoxelLoader.arrayLength(stack);
  }

  /** What takes the slices of a stack, on any thread; each slice comes once. */
  public interface SliceTaker {
    /** Takes a slice's values, rescaled, row by row. */
    void take(int slice, float[] values) throws IOException;
  }

  /** Reads a PET slice by slice, for what needs no more than one at a time. */
  public static void eachSlice(SliceStack stack, Execution execution, SliceTaker taker)
      throws IOException {
    VoxelLoader.eachSlice(stack, execution, taker);
  }

  /** Reads a CT series in Hounsfield units. */
  public static CtVolume ct(Series series, Execution execution) throws IOException {
    return VoxelLoader.ct(series, execution);
  }
}
