package org.ranklens.pet.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** DICOM's run lengths: a segment per byte of a sample, upper byte first (PS3.5, annex G). */
final class RleDecoder {

  private static final int HEADER = 64;

  private RleDecoder() {}

  static int[] decode(PixelFormat format, byte[] data) throws IOException {
    int bytesPerSample = format.bitsAllocated() / 8;
    if (data.length < HEADER) {
      throw new IOException("the header of the run lengths is cut off");
    }
    ByteBuffer header = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    int segments = header.getInt(0);
    if (segments != bytesPerSample) {
      throw new IOException("they have " + segments + " segments instead of " + bytesPerSample);
    }
    // A run of two bytes makes 128 samples: what is shorter can't fill the image.
    if (format.samples() > 64L * data.length) {
      throw new IOException(data.length + " bytes can't hold " + format.samples() + " samples");
    }
    int[] cells = new int[format.samples()];
    for (int s = 0; s < segments; s++) {
      int start = header.getInt(4 + 4 * s);
      int end = s + 1 < segments ? header.getInt(8 + 4 * s) : data.length;
      if (start < HEADER || end < start || end > data.length) {
        throw new IOException("segment " + (s + 1) + " lies at " + start + " to " + end);
      }
      unpack(data, start, end, cells);
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = format.value(cells[i]);
    }
    return cells;
  }

  /** Shifts each cell up by a byte and puts the segment's byte below. */
  private static void unpack(byte[] data, int start, int end, int[] cells) throws IOException {
    int in = start;
    int out = 0;
    while (out < cells.length) {
      if (in + 1 >= end) {
        throw new IOException("a segment ends after " + out + " of " + cells.length + " samples");
      }
      int run = data[in++];
      if (run >= 0) {
        int count = Math.min(run + 1, cells.length - out);
        if (in + count > end) {
          throw new IOException("a segment ends within a run");
        }
        for (int i = 0; i < count; i++) {
          cells[out] = (cells[out] << 8) | (data[in + i] & 0xFF);
          out++;
        }
        in += run + 1;
      } else if (run > -128) {
        int value = data[in++] & 0xFF;
        int stop = Math.min(out + 1 - run, cells.length);
        while (out < stop) {
          cells[out] = (cells[out] << 8) | value;
          out++;
        }
      }
    }
  }
}
