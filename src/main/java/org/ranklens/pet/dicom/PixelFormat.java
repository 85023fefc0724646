package org.ranklens.pet.dicom;

import java.util.Optional;
import org.ranklens.RefusedException;

/**
 * How a frame's samples are stored (DICOM PS3.3, C.7.6.3).
 *
 * @param columns samples along a row
 * @param rows rows
 * @param bitsAllocated 1, 8, 16 or 32
 * @param bitsStored bits of a sample that hold its value
 * @param highBit the uppermost of them
 * @param signed whether values are two's complement
 * @param alone whether nothing else may stand in a sample's other bits, as overlays do in old CT
 */
record PixelFormat(
    int columns,
    int rows,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    boolean alone) {

  /** More than any detector has; a broken header shall not ask for gigabytes. */
  private static final int LARGEST_SIDE = 16384;

  /** A format whose other bits are not looked at. */
  PixelFormat(
      int columns, int rows, int bitsAllocated, int bitsStored, int highBit, boolean signed) {
    this(columns, rows, bitsAllocated, bitsStored, highBit, signed, false);
  }

  static PixelFormat of(DataSet set) throws RefusedException {
    int rows = side(set, Tag.ROWS);
    int columns = side(set, Tag.COLUMNS);
    int samples = set.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
    if (samples != 1) {
      throw set.refusal(
          "is " + samples + ": a colour image, not PET or CT", Tag.SAMPLES_PER_PIXEL, "");
    }
    int allocated = set.requireInteger(Tag.BITS_ALLOCATED);
    if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
      throw set.refusal("is " + allocated + " instead of 1, 8, 16 or 32", Tag.BITS_ALLOCATED, "");
    }
    int stored = set.integer(Tag.BITS_STORED).orElse(allocated);
    if (stored < 1 || stored > allocated) {
      throw set.refusal("is " + stored + " of " + allocated + " bits", Tag.BITS_STORED, "");
    }
    int high = set.integer(Tag.HIGH_BIT).orElse(stored - 1);
    if (high < stored - 1 || high >= allocated) {
      throw set.refusal("is " + high + " with " + stored + " bits stored", Tag.HIGH_BIT, "");
    }
    int representation = set.integer(Tag.PIXEL_REPRESENTATION).orElse(0);
    if (representation != 0 && representation != 1) {
      throw set.refusal(
          "is " + representation + " instead of 0 or 1", Tag.PIXEL_REPRESENTATION, "");
    }
    boolean pet = set.string(Tag.MODALITY).equals(Optional.of("PT"));
    return new PixelFormat(columns, rows, allocated, stored, high, representation == 1, pet);
  }

  /** Rows or columns. */
  static int side(DataSet set, Tag tag) throws RefusedException {
    int side = set.requireInteger(tag);
    if (side < 1 || side > LARGEST_SIDE) {
      throw set.refusal("is " + side + " instead of 1 to " + LARGEST_SIDE, tag, "");
    }
    return side;
  }

  int samples() {
    return columns * rows;
  }

  /** The value in an allocated cell: the stored bits, with their sign. */
  int value(int cell) {
    int left = 31 - highBit;
    int right = 32 - bitsStored;
    return signed ? (cell << left) >> right : (cell << left) >>> right;
  }

  /**
   * Returns what of a cell of at most 16 bits lies outside of the stored bits and is no sign; 0
   * where nothing does.
   */
  int outside(int cell) {
    int below = cell & ((1 << (highBit + 1 - bitsStored)) - 1);
    int above =
        signed ? ((short) cell >> (highBit + 1)) + 1 & ~1 : (cell & 0xffff) >> (highBit + 1);
    return below | above;
  }

  /** A decoder gives the stored bits right-aligned. */
  int alignedValue(int sample) {
    int shift = 32 - bitsStored;
    return signed ? (sample << shift) >> shift : (sample << shift) >>> shift;
  }
}
