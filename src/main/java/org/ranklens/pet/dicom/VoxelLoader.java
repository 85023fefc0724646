package org.ranklens.pet.dicom;

import java.io.IOException;
import org.ranklens.Execution;

final class VoxelLoader {
  private VoxelLoader() {}

  static ActivityVolume activity(SliceStack stack, Execution execution) throws IOException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + stack + " " + execution);
    }
    return null;
  }

  static CtVolume ct(Series series, Execution execution) throws IOException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + series.label() + execution);
    }
    return null;
  }
}
