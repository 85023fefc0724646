package org.ranklens.ihc.slide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A JPEG stream made one row of units higher, by codes of ours behind its last: units in which
 * nothing changes. A decoder that comes to them exactly at the stream's last code shows a row of
 * one colour there; one that has lost its place shows something else, or runs out of codes. So the
 * decoder itself tells that a stream is whole, without a walk over it beforehand.
 */
final class JpegTail {

  /** A decoder may look some bytes ahead of the codes that it needs. */
  private static final int LOOK_AHEAD_BYTES = 16;

  /** Units behind the row, each of another colour: only who has lost the place sees them. */
  private static final int ALARM_UNITS = 4;

  private static final int ALARM_CATEGORY = 7;
  private static final int MOST_CODE_BITS = 64;

  private final byte[] stream;
  private final int height;

  private JpegTail(byte[] stream, int height) {
    this.stream = stream;
    this.height = height;
  }

  /** Returns it without an end of image, for libjpeg to stop where codes run out, not to fill. */
  byte[] stream() {
    return stream;
  }

  /** Returns the height of the higher picture. */
  int height() {
    return height;
  }

  /**
   * Makes the higher stream.
   *
   * @param header of the stream, which ends with an end of image and perhaps zeros
   * @return empty where the stream is of a kind or of an end that this does not suit, which does
   *     not make it a bad one
   */
  static Optional<JpegTail> of(byte[] stream, JpegHeader header) {
    boolean suits = header.inOneScan() && header.restartInterval() == 0;
    int unitHeight = 8 * header.mostDown();
    int height = header.height() + unitHeight;
    if (!suits || header.height() % unitHeight != 0 || height > 0xffff) {
      return Optional.empty();
    }
    List<JpegHeader.Component> scan = header.scan();
    Optional<JpegEnd> found = JpegEnd.of(stream, header.scanAt(), scan.get(scan.size() - 1).ac());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JpegEnd end = found.get();
    int unitWidth = 8 * header.mostAcross();
    int units = (header.width() + unitWidth - 1) / unitWidth;
    int blocks = scan.stream().mapToInt(c -> c.across() * c.down()).sum();
    JpegCodes codes = new JpegCodes((units + ALARM_UNITS) * blocks * MOST_CODE_BITS / 8);
    codes.put(end.bits(), end.count());
    boolean written =
        units(codes, header, units, 0) && units(codes, header, ALARM_UNITS, ALARM_CATEGORY);
    if (!written) {
      return Optional.empty();
    }
    int length = codes.finish();
    byte[] higher = Arrays.copyOf(stream, end.at() + length + LOOK_AHEAD_BYTES);
    System.arraycopy(codes.bytes(), 0, higher, end.at(), length);
    higher[header.heightAt()] = (byte) (height >> 8);
    higher[header.heightAt() + 1] = (byte) height;
    return Optional.of(new JpegTail(higher, height));
  }

  /** Writes units of flat blocks whose means differ by a category; returns whether it could. */
  private static boolean units(JpegCodes to, JpegHeader header, int units, int most) {
    List<JpegHeader.Component> scan = header.scan();
    // Darker and brighter in turn: the one would not show on black, the other not on white.
    boolean brighter = false;
    for (int unit = 0; unit < units; unit++) {
      for (JpegHeader.Component of : scan) {
        int category = most;
        while (category > 0 && of.dc().code(category) == 0) {
          category--;
        }
        int mean = of.dc().code(category);
        int end = of.ac().code(0);
        if (mean == 0 || end == 0) {
          return false;
        }
        int blocks = scan.size() == 1 ? 1 : of.across() * of.down();
        for (int block = 0; block < blocks; block++) {
          to.put(mean & 0xffff, mean >> 16);
          to.put(brighter ? (1 << category) - 1 : 0, category);
          brighter = !brighter;
          to.put(end & 0xffff, end >> 16);
        }
      }
    }
    return true;
  }
}
