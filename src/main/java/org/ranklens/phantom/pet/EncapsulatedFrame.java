package org.ranklens.phantom.pet;

/** Compressed pixel data of one frame. */
final class EncapsulatedFrame {

  private final byte[] bytes;

  EncapsulatedFrame(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
