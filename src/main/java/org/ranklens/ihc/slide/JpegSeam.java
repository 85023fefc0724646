package org.ranklens.ihc.slide;

import java.util.List;
import java.util.Optional;

/**
 * What the tail does to the last row of the picture above it. Where colour has half the rows of
 * brightness, libjpeg mixes each of its rows from the near one by three quarters and the far one by
 * a quarter; for the last row the far one is then the tail's, which has one colour, and not once
 * more the near one. That is undone to within the rounding of 8 bits.
 *
 * @param mixed whether the last row's colours are mixed with the tail's
 */
record JpegSeam(boolean mixed) {

  /** Returns what happens; empty for samplings of which it is not known. */
  static Optional<JpegSeam> of(JpegHeader header, boolean ycc) {
    List<JpegHeader.Component> scan = header.scan();
    int down = header.mostDown();
    int across = header.mostAcross();
    boolean plain = scan.size() == 1 || scan.stream().allMatch(c -> c.down() == down);
    if (plain) {
      return Optional.of(new JpegSeam(false));
    }
    boolean colourHalved =
        ycc
            && scan.size() == 3
            && scan.get(0).down() == down
            && scan.get(0).across() == across
            && halved(scan.get(1), down, across)
            && halved(scan.get(2), down, across);
    return colourHalved ? Optional.of(new JpegSeam(true)) : Optional.empty();
  }

  private static boolean halved(JpegHeader.Component of, int down, int across) {
    return 2 * of.down() == down && (of.across() == across || 2 * of.across() == across);
  }

  /** Takes the tail's quarter out of a row: (3 near + tail) / 4 gives near back. */
  void mend(JpegMemory.Picture picture, int row) {
    if (!mixed) {
      return;
    }
    byte[] tail = new byte[3 * picture.width()];
    picture.row(row + 2, tail);
    byte[] pixels = new byte[tail.length];
    picture.row(row, pixels);
    for (int at = 0; at < pixels.length; at += 3) {
      double blue = (blue(pixels, at) - blue(tail, 0)) / 3;
      double red = (red(pixels, at) - red(tail, 0)) / 3;
      // ITU-R BT.601, full range, as JFIF has it.
      add(pixels, at, 1.402 * red);
      add(pixels, at + 1, -0.344136 * blue - 0.714136 * red);
      add(pixels, at + 2, 1.772 * blue);
    }
    picture.putRow(row, pixels);
  }

  private static double blue(byte[] rgb, int at) {
    return -0.168736 * (rgb[at] & 0xff)
        - 0.331264 * (rgb[at + 1] & 0xff)
        + 0.5 * (rgb[at + 2] & 0xff);
  }

  private static double red(byte[] rgb, int at) {
    return 0.5 * (rgb[at] & 0xff)
        - 0.418688 * (rgb[at + 1] & 0xff)
        - 0.081312 * (rgb[at + 2] & 0xff);
  }

  private static void add(byte[] rgb, int at, double difference) {
    int sum = (rgb[at] & 0xff) + (int) Math.rint(difference);
    rgb[at] = (byte) Math.max(0, Math.min(255, sum));
  }
}
