package org.ranklens.ihc.slide;

import java.io.IOException;

/**
 * The bytes of a tile as they are stored, a window at a time: a strip of a whole slide may have
 * hundreds of megabytes.
 */
final class TileBytes {

  /** A tile is mostly smaller: one window holds it. */
  private static final int WINDOW_BYTES = 1 << 20;

  private final TiffFile file;
  private final boolean mirrored;
  private final long end;
  private long next;
  private byte[] window = new byte[0];
  private int at;

  /**
   * Has read nothing yet.
   *
   * @param mirrored whether the bits of each byte stand the other way round
   */
  TileBytes(TiffFile file, long offset, long length, boolean mirrored) {
    this.file = file;
    this.mirrored = mirrored;
    next = offset;
    end = offset + length;
  }

  /** Returns how many bytes were not taken yet. */
  long left() {
    return end - next + window.length - at;
  }

  /** Returns whether there is a byte at the window's place, after reading on where need be. */
  boolean more() throws IOException {
    if (at == window.length && next < end) {
      window = file.read(next, (int) Math.min(WINDOW_BYTES, end - next)).array();
      next += window.length;
      at = 0;
      if (mirrored) {
        window = Unpacking.mirrored(window);
      }
    }
    return at < window.length;
  }

  /** Returns what was read last, from {@link #at} on not taken yet. */
  byte[] window() {
    return window;
  }

  int at() {
    return at;
  }

  /** Takes the bytes of the window up to a place. */
  void takeTo(int place) {
    at = place;
  }

  byte take() {
    return window[at++];
  }

  /** Takes all bytes. */
  byte[] takeAll() throws IOException {
    if (at == window.length) {
      byte[] all = file.read(next, Math.toIntExact(end - next)).array();
      next = end;
      return mirrored ? Unpacking.mirrored(all) : all;
    }
    byte[] all = new byte[Math.toIntExact(left())];
    take(all, 0, all.length);
    return all;
  }

  /** Takes bytes; returns how many there were. */
  int take(byte[] to, int from, int length) throws IOException {
    int got = 0;
    while (got < length && more()) {
      int run = Math.min(length - got, window.length - at);
      System.arraycopy(window, at, to, from + got, run);
      at += run;
      got += run;
    }
    return got;
  }
}
