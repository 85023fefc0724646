package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntPredicate;

final class DicomParser {
  private DicomParser() {}

  static DicomFile parse(Path file, IntPredicate keep) throws IOException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + file + " " + keep);
    }
    return null;
  }
}
