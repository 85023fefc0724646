package org.ranklens.ihc.cell;

import java.nio.ByteBuffer;

/** Reads what {@link PackedWriter} wrote. */
final class PackedReader {

  private final ByteBuffer bytes;

  PackedReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  boolean hasMore() {
    return bytes.hasRemaining();
  }

  boolean isBefore(int place) {
    return bytes.position() < place;
  }

  /** Returns the bytes that were not read yet. */
  ByteBuffer rest() {
    return bytes.slice();
  }

  int whole() {
    int read = bytes.get();
    int rest = read & 0x7F;
    for (int shift = 7; read < 0; shift += 7) {
      read = bytes.get();
      rest |= (read & 0x7F) << shift;
    }
    return rest >>> 1 ^ -(rest & 1);
  }

  double number() {
    return bytes.getDouble();
  }

  float shortNumber() {
    return bytes.getFloat();
  }

  /** Begins a part, and returns where the next one does. */
  int endOfPart() {
    return bytes.getInt();
  }

  void goTo(int place) {
    bytes.position(place);
  }
}
