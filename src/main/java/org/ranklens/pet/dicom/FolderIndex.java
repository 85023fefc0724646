package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;
import org.ranklens.Execution;

final class FolderIndex {
  private FolderIndex() {}

  static FoundSeries read(Path folder, DicomReader reader, Execution execution) throws IOException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + folder + reader.name() + execution);
    }
    return null;
  }
}
