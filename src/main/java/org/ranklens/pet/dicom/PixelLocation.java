package org.ranklens.pet.dicom;

import java.util.List;

/**
 * Where the value of (7FE0,0010) PixelData lies: in one stretch, or in fragments where it is
 * encapsulated (DICOM PS3.5, A.4).
 *
 * @param whole the native pixels, or the basic offset table of encapsulated ones
 * @param fragments the fragments, none for native pixels
 */
record PixelLocation(Stretch whole, List<Stretch> fragments) {

  /**
   * Bytes of the file, or of the inflated data set of a deflated one.
   *
   * @param offset of the first byte
   * @param length in bytes
   */
  record Stretch(long offset, long length) {}

  PixelLocation {
    fragments = List.copyOf(fragments);
  }

  static PixelLocation none() {
    return new PixelLocation(new Stretch(0, 0), List.of());
  }

  boolean present() {
    return whole.offset > 0;
  }

  boolean encapsulated() {
    return !fragments.isEmpty();
  }
}
