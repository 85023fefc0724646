package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;

/** The bits of a JPEG-LS scan: a 0 bit is stuffed behind each FF, and a marker ends it. */
final class JpegLsBits {

  private final byte[] data;
  private int position;
  private long buffer;
  private int available;
  private boolean afterFf;

  JpegLsBits(byte[] data, int start) {
    this.data = data;
    this.position = start;
  }

  int bit() throws IOException {
    need(1);
    available--;
    return (int) (buffer >>> available) & 1;
  }

  /** So many bits, 0 to 24, the first one highest. */
  int bits(int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    need(count);
    available -= count;
    return (int) (buffer >>> available) & ((1 << count) - 1);
  }

  /** The zeros before the next one, which is taken too. */
  int zerosBeforeOne(int most) throws IOException {
    int zeros = 0;
    while (bit() == 0) {
      zeros++;
      if (zeros > most) {
        throw new IOException("a code before byte " + position + " is too long");
      }
    }
    return zeros;
  }

  private void need(int count) throws IOException {
    while (available < count) {
      if (position >= data.length) {
        throw new EOFException("the scan ends at byte " + position);
      }
      int next = data[position] & 0xFF;
      if (afterFf && next >= 0x80) {
        throw new EOFException("the scan ends at byte " + (position - 1));
      }
      int width = afterFf ? 7 : 8;
      buffer = (buffer << width) | next;
      available += width;
      afterFf = next == 0xFF;
      position++;
    }
  }
}
