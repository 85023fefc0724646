package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;

/** The bytes of a JPEG, and the bits of its scan: a 0 stuffed behind each FF, markers between. */
final class JpegBits {

  private final byte[] data;
  private int position;
  private long buffer;
  private int available;

  /** Zeros lent at the end of a scan; whoever uses them reads past it. */
  private int lent;

  JpegBits(byte[] data) {
    this.data = data;
  }

  int position() {
    return position;
  }

  void seek(int newPosition) throws IOException {
    if (newPosition < position || newPosition > data.length) {
      throw new EOFException("a segment ends at " + newPosition + " of " + data.length);
    }
    position = newPosition;
  }

  int unsignedByte() throws IOException {
    if (position >= data.length) {
      throw new EOFException("they end at byte " + data.length);
    }
    return data[position++] & 0xFF;
  }

  int unsignedShort() throws IOException {
    return (unsignedByte() << 8) | unsignedByte();
  }

  /** The second byte of the next marker, fill bytes passed over. */
  int marker() throws IOException {
    if (unsignedByte() != 0xFF) {
      throw new IOException("no marker at byte " + (position - 1));
    }
    int code = unsignedByte();
    while (code == 0xFF) {
      code = unsignedByte();
    }
    return code;
  }

  /** Drops what is left of a byte and the restart marker behind it. */
  void restart() throws IOException {
    buffer = 0;
    available = 0;
    lent = 0;
    int code = marker();
    if (code < 0xD0 || code > 0xD7) {
      throw new IOException("no restart marker at byte " + (position - 2));
    }
  }

  /** The next 16 bits, zeros where the scan ends before. */
  int peek16() {
    fill();
    return (int) (buffer >> (available - 16)) & 0xFFFF;
  }

  void drop(int count) throws IOException {
    available -= count;
    overrun();
  }

  int take(int count) throws IOException {
    fill();
    available -= count;
    overrun();
    return (int) (buffer >> available) & ((1 << count) - 1);
  }

  private void overrun() throws IOException {
    if (available < lent) {
      throw new EOFException("the scan ends at byte " + position);
    }
  }

  private void fill() {
    while (available < 32) {
      int next = 0;
      if (position < data.length && !atMarker()) {
        next = data[position++] & 0xFF;
        if (next == 0xFF) {
          position++;
        }
      } else {
        lent += 8;
      }
      buffer = (buffer << 8) | next;
      available += 8;
    }
  }

  private boolean atMarker() {
    return (data[position] & 0xFF) == 0xFF
        && (position + 1 >= data.length || data[position + 1] != 0);
  }
}
