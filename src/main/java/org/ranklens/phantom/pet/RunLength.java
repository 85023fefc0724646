package org.ranklens.phantom.pet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** RLE of 16-bit pixels (DICOM PS3.5, annex G): high bytes, then low bytes, PackBits row by row. */
final class RunLength {

  private static final int HEADER_BYTES = 64;
  private static final int LONGEST = 128;

  private RunLength() {}

  static EncapsulatedFrame encode(short[] pixels, int columns) {
    byte[] high = segment(pixels, columns, 8);
    byte[] low = segment(pixels, columns, 0);
    byte[] frame = new byte[HEADER_BYTES + high.length + low.length];
    ByteBuffer.wrap(frame)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(2)
        .putInt(HEADER_BYTES)
        .putInt(HEADER_BYTES + high.length)
        .put(HEADER_BYTES, high)
        .put(HEADER_BYTES + high.length, low);
    return new EncapsulatedFrame(frame);
  }

  private static byte[] segment(short[] pixels, int columns, int shift) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] row = new byte[columns];
    for (int start = 0; start < pixels.length; start += columns) {
      for (int k = 0; k < columns; k++) {
        row[k] = (byte) (pixels[start + k] >> shift);
      }
      pack(row, out);
    }
    if (out.size() % 2 == 1) {
      out.write(0);
    }
    return out.toByteArray();
  }

  private static void pack(byte[] row, ByteArrayOutputStream out) {
    int at = 0;
    while (at < row.length) {
      int run = run(row, at);
      if (run >= 3) {
        out.write(1 - run);
        out.write(row[at]);
        at += run;
      } else {
        int end = at + 1;
        while (end < row.length && end - at < LONGEST && run(row, end) < 3) {
          end++;
        }
        out.write(end - at - 1);
        out.write(row, at, end - at);
        at = end;
      }
    }
  }

  /** How often the byte at a place comes in a row, up to 128. */
  private static int run(byte[] row, int at) {
    int end = at + 1;
    while (end < row.length && end - at < LONGEST && row[end] == row[at]) {
      end++;
    }
    return end - at;
  }
}
