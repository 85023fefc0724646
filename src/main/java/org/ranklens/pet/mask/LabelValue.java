package org.ranklens.pet.mask;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * What a stored number of a NIfTI-1 mask means: its scl_slope and scl_inter are applied, and of a
 * mask of probabilities a half and more is inside, as in a fractional SEG.
 */
final class LabelValue {

  private static final double HALF = 0.5;

  /** A whole number that went through a slope of single precision. */
  private static final double ROUNDING = 1e-4;

  private final int type;
  private final double slope;
  private final double intercept;
  private final Path file;

  private LabelValue(int type, double slope, double intercept, Path file) {
    this.type = type;
    this.slope = slope;
    this.intercept = intercept;
    this.file = file;
  }

  static LabelValue of(ByteBuffer header, Path file) throws IOException {
    double slope = header.getFloat(112);
    double intercept = header.getFloat(116);
    // A slope of 0 means that neither is told (nifti1.h, "Data scaling").
    LabelValue value =
        slope == 0
            ? new LabelValue(header.getShort(70), 1, 0, file)
            : new LabelValue(header.getShort(70), slope, intercept, file);
    if (!Double.isFinite(value.slope) || !Double.isFinite(value.intercept)) {
      throw NiftiMask.refused(
          file, "its scl_slope and scl_inter are " + slope + " and " + intercept);
    }
    if (value.bytes() == 0) {
      throw NiftiMask.refused(file, "its data type is " + value.type);
    }
    return value;
  }

  /** Bytes of a number, 0 of an unknown type. */
  int bytes() {
    return switch (type) {
      case 2, 256 -> 1;
      case 4, 512 -> 2;
      case 8, 16, 768 -> 4;
      case 64, 1024, 1280 -> 8;
      default -> 0;
    };
  }

  /** Returns the region, 0 for none. */
  int label(ByteBuffer number) throws IOException {
    double value = stored(number) * slope + intercept;
    if (value == 0 || Double.isNaN(value)) {
      return 0;
    }
    long whole = Math.round(value);
    if (Math.abs(value - whole) <= ROUNDING && whole >= 0 && whole < Integer.MAX_VALUE) {
      return (int) whole;
    }
    if (value > 0 && value < 1) {
      return value >= HALF ? 1 : 0;
    }
    throw NiftiMask.refused(
        file, "it holds " + value + ", which is neither a whole number from 0 nor a probability");
  }

  private double stored(ByteBuffer number) {
    return switch (type) {
      case 2 -> number.get(0) & 0xFF;
      case 256 -> number.get(0);
      case 4 -> number.getShort(0);
      case 512 -> number.getShort(0) & 0xFFFF;
      case 8 -> number.getInt(0);
      case 768 -> number.getInt(0) & 0xFFFFFFFFL;
      case 16 -> number.getFloat(0);
      case 64 -> number.getDouble(0);
      default -> number.getLong(0);
    };
  }
}
