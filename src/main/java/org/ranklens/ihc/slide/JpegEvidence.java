package org.ranklens.ihc.slide;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Signs of damage that are cheap to look for, in the codes and in the picture. None proves it; none
 * of them means that {@link JpegScan} would find nothing either, but for a few cases in a hundred
 * damages (docs/decisions/0003).
 */
final class JpegEvidence {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  /** Places within a block of 8, by row and column, where its colour is looked at. */
  private static final int NEAR = 2;

  private static final int FAR = 5;

  private JpegEvidence() {}

  /** Returns whether a marker, or a hole of zeros, stands among the codes. */
  static boolean oddCodes(byte[] stream, int from, int end) {
    int at = from;
    for (; at + 8 <= end; at += 8) {
      long next = (long) LONG.get(stream, at);
      boolean marked = ((~next - ONES) & next & TOPS) != 0;
      if (next == 0 || (marked && oddMarker(stream, at, at + 8, end))) {
        return true;
      }
    }
    return oddMarker(stream, at, end, end);
  }

  private static boolean oddMarker(byte[] stream, int from, int to, int end) {
    for (int i = from; i < to; i++) {
      if (stream[i] == (byte) 0xff && i + 1 < end && stream[i + 1] != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a block of the picture is as bright or as dark as can be in a channel: so a
   * mean shows that has left the range of 8 bits, which codes out of step soon do.
   *
   * @param shownWidth the part that belongs to the slide; behind it writers fill up with black
   */
  static boolean saturated(JpegMemory.Picture picture, int shownWidth, int shownHeight) {
    byte[] near = new byte[3 * picture.width()];
    byte[] far = new byte[near.length];
    int length = 3 * (shownWidth - shownWidth % 8);
    for (int y = 0; y + 8 <= shownHeight; y += 8) {
      picture.row(y + NEAR, near);
      // Rows are fetched from afar, and mostly one tells.
      if (saturated(near, near, length)) {
        picture.row(y + FAR, far);
        if (saturated(near, far, length)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean saturated(byte[] near, byte[] far, int length) {
    for (int block = 0; block < length; block += 24) {
      for (int channel = block; channel < block + 3; channel++) {
        byte value = near[channel + 3 * NEAR];
        if ((value == 0 || value == (byte) 255)
            && alike(value, near[channel + 3 * FAR])
                    + alike(value, far[channel + 3 * NEAR])
                    + alike(value, far[channel + 3 * FAR])
                >= 3) {
          return true;
        }
      }
    }
    return false;
  }

  private static int alike(byte one, byte other) {
    return one == other ? 1 : 0;
  }
}
