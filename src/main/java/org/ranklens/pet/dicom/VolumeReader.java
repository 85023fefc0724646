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
   * Reads a PET series, each slice times its own slope and a factor, holding one volume alone.
   *
   * @param factors of the slices
   */
  public static float[] scaled(SliceStack stack, double[] factors, Execution execution)
      throws IOException {
    return VoxelLoader.scaled(stack, factors, execution);
  }

  /** Reads a CT series in Hounsfield units. */
  public static CtVolume ct(Series series, Execution execution) throws IOException {
    return VoxelLoader.ct(series, execution);
  }
}
