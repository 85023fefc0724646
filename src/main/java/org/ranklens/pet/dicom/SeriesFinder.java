package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;
import org.ranklens.Execution;

/** Finds the series in a folder and everything below it. */
public final class SeriesFinder {

  private SeriesFinder() {}

  /**
   * Reads the headers of all files and sorts them into series.
   *
   * @throws IOException where the folder can't be read, holds no DICOM file, or holds several
   *     patients
   */
  public static FoundSeries find(Path folder, DicomReader reader, Execution execution)
      throws IOException {
    return FolderIndex.read(folder, reader, execution);
  }
}
