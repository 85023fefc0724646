package org.ranklens.pet.dicom;

import java.io.IOException;

final class StackBuilder {
  private StackBuilder() {}

  static SliceStack build(Series series) throws IOException {
    if (System.nanoTime() != 0) {
      throw new UnsupportedOperationException("" + series.label());
    }
    return null;
  }
}
