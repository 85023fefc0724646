package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;

/**
 * The compressions without loss: the bytes of a tile, unpacked a band of rows at a time, and what
 * was done to them before they were packed.
 */
sealed interface Unpacking extends Closeable permits Deflated, PackBits, Lzw, Unpacking.Stored {

  /**
   * Unpacks the next bytes.
   *
   * @return how many; fewer than asked for only where the stream ends
   * @throws IOException where it is corrupt; the message says how, not where
   */
  int read(byte[] to, int from, int length) throws IOException;

  /**
   * Checks, after the last byte of the tile, what is left of the stream.
   *
   * @param exact whether more than the tile is damage
   */
  void finish(boolean exact) throws IOException;

  @Override
  default void close() {}

  /** Bytes that are not packed. */
  record Stored(TileBytes bytes) implements Unpacking {

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      return bytes.take(to, from, length);
    }

    @Override
    public void finish(boolean exact) {
      // How many there are is known before.
    }
  }

  /** Turns the bits of each byte round, as fill order 2 has them (TIFF 6.0, FillOrder). */
  static byte[] mirrored(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
    }
    return turned;
  }

  /** Undoes the horizontal differences of 8-bit samples (TIFF 6.0, section 14). */
  static void undoDifferences(byte[] raw, int width, int rows, int samples) {
    int stride = width * samples;
    for (int row = 0; row < rows; row++) {
      for (int i = row * stride + samples; i < (row + 1) * stride; i++) {
        raw[i] += raw[i - samples];
      }
    }
  }

  /**
   * Undoes the horizontal differences of 16-bit samples.
   *
   * @param across samples in a row, of all channels
   * @param upper 1 where the second byte of a sample is the upper one, else 0
   */
  static void undoWideDifferences(byte[] raw, int across, int rows, int samples, int upper) {
    for (int row = 0; row < rows; row++) {
      for (int i = row * across + samples; i < (row + 1) * across; i++) {
        int sum = wide(raw, i, upper) + wide(raw, i - samples, upper);
        raw[2 * i + upper] = (byte) (sum >> 8);
        raw[2 * i + 1 - upper] = (byte) sum;
      }
    }
  }

  private static int wide(byte[] raw, int sample, int upper) {
    return (raw[2 * sample + upper] & 0xff) << 8 | (raw[2 * sample + 1 - upper] & 0xff);
  }
}
