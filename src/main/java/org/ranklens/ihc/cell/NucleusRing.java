package org.ranklens.ihc.cell;

import java.util.Arrays;

/**
 * Pixels by their distance to a nucleus, between two bounds. It owns its arrays, and is drawn
 * around one nucleus after the other.
 */
final class NucleusRing {

  /** Takes a pixel of the ring. */
  interface Taker {
    void take(int x, int y);
  }

  private final BitGrowth outer;
  private final BitGrowth inner;
  private long[] nucleus = new long[0];
  private long[] far = new long[0];
  private long[] near = new long[0];

  /**
   * Takes ways of straight and diagonal steps.
   *
   * @param innerTenthPixels what is nearer is no part of the ring
   * @param outerTenthPixels nor is what is further away
   */
  NucleusRing(int innerTenthPixels, int outerTenthPixels) {
    this.outer = new BitGrowth(outerTenthPixels);
    this.inner = new BitGrowth(innerTenthPixels - 1);
  }

  /** Hands on the pixels around a nucleus, row by row, in pixels of the slide. */
  void around(PixelRuns mask, Taker taker) {
    TileFrame.Core box = mask.box();
    int left = box.x0() - outer.reach();
    int top = box.y0() - outer.reach();
    int words = (box.width() + 2 * outer.reach() + 63) / 64;
    int rows = box.height() + 2 * outer.reach();
    begin(words * rows);
    mask.paint(nucleus, words, left, top);
    outer.grow(nucleus, words, rows, far);
    inner.grow(nucleus, words, rows, near);
    for (int i = 0; i < words * rows; i++) {
      for (long bits = far[i] & ~near[i]; bits != 0; bits &= bits - 1) {
        taker.take(left + i % words * 64 + Long.numberOfTrailingZeros(bits), top + i / words);
      }
    }
  }

  private void begin(int length) {
    if (nucleus.length < length) {
      nucleus = new long[2 * length];
      far = new long[nucleus.length];
      near = new long[nucleus.length];
    }
    Arrays.fill(nucleus, 0, length, 0);
    Arrays.fill(far, 0, length, 0);
    Arrays.fill(near, 0, length, 0);
  }
}
