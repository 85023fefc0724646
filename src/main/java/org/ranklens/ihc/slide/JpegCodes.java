package org.ranklens.ihc.slide;

/** Writes bits as a JPEG stream has them, with a zero stuffed behind each 0xff. */
final class JpegCodes {

  private final byte[] bytes;
  private int length;
  private long held;
  private int heldBits;

  /**
   * Begins.
   *
   * @param mostBytes as many as will be written, without stuffing
   */
  JpegCodes(int mostBytes) {
    bytes = new byte[2 * mostBytes + 16];
  }

  void put(int bits, int count) {
    held = held << count | bits;
    heldBits += count;
    while (heldBits >= 8) {
      heldBits -= 8;
      byte next = (byte) (held >> heldBits);
      bytes[length++] = next;
      if (next == (byte) 0xff) {
        bytes[length++] = 0;
      }
    }
  }

  /** Fills the last byte up with ones; returns how many bytes there are. */
  int finish() {
    int filling = (8 - heldBits) & 7;
    put((1 << filling) - 1, filling);
    return length;
  }

  byte[] bytes() {
    return bytes;
  }
}
