package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is no DICOM file: one to pass over in a folder, and to refuse alone. */
public final class NotDicomException extends IOException {

  private static final long serialVersionUID = 1L;

  NotDicomException(Path file) {
    super(file + ": not a DICOM file.");
  }
}
