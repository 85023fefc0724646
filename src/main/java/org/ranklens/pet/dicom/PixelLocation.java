package org.ranklens.pet.dicom;

/**
 * Where the value of (7FE0,0010) PixelData lies.
 *
 * @param present whether there is one
 * @param offset of its first byte: in the file, or in the inflated data set of a deflated one
 * @param length in bytes, or -1 where it is encapsulated
 */
public record PixelLocation(boolean present, long offset, long length) {

  static PixelLocation none() {
    return new PixelLocation(false, 0, 0);
  }

  boolean encapsulated() {
    return length < 0;
  }
}
