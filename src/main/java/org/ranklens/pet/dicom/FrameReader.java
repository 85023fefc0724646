package org.ranklens.pet.dicom;

import java.io.IOException;

final class FrameReader {
  private FrameReader() {}

  static int[] read(DicomFile file, int frame) throws IOException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + file.path() + " " + frame);
    }
    return null;
  }
}
