package org.ranklens.ihc.cell;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes numbers as few bytes; {@link PackedReader} reads them. It owns its array. */
final class PackedWriter {

  private byte[] bytes = new byte[1 << 12];
  private int to;

  /** Adds a whole number, in the fewer bytes the nearer it is to 0. */
  void whole(int number) {
    int rest = number << 1 ^ number >> 31;
    need(5);
    while ((rest & ~0x7F) != 0) {
      bytes[to++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[to++] = (byte) rest;
  }

  void number(double number) {
    need(Double.BYTES);
    ByteBuffer.wrap(bytes).putDouble(to, number);
    to += Double.BYTES;
  }

  void shortNumber(float number) {
    need(Float.BYTES);
    ByteBuffer.wrap(bytes).putFloat(to, number);
    to += Float.BYTES;
  }

  /** Makes room for many bytes, and returns where they are put. */
  ByteBuffer room(int length) {
    need(length);
    ByteBuffer room = ByteBuffer.wrap(bytes, to, length);
    to += length;
    return room;
  }

  /** Begins a part that a reader may leave out, and returns where its length belongs. */
  int beginPart() {
    need(Integer.BYTES);
    to += Integer.BYTES;
    return to - Integer.BYTES;
  }

  void endPart(int length) {
    ByteBuffer.wrap(bytes).putInt(length, to);
  }

  private void need(int more) {
    if (to + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(to + more, 2 * bytes.length));
    }
  }

  byte[] written() {
    return Arrays.copyOf(bytes, to);
  }
}
