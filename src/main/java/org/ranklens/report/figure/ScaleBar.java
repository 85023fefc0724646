package org.ranklens.report.figure;

import java.awt.Color;

/**
 * A bar of a round length.
 *
 * @param length in the unit
 * @param pixels the same in pixels
 */
record ScaleBar(double length, int pixels) {

  private static final double[] ROUND = {5, 2, 1};

  /** Returns the longest of 1, 2, 5, 10, 20, ... that is no longer than so many pixels. */
  static ScaleBar atMost(int mostPixels, double lengthPerPixel) {
    double most = mostPixels * lengthPerPixel;
    double decade = Math.pow(10, Math.floor(Math.log10(most)));
    for (double round : ROUND) {
      if (round * decade <= most) {
        double length = round * decade;
        return new ScaleBar(length, (int) Math.round(length / lengthPerPixel));
      }
    }
    throw new IllegalStateException("unreachable: a decade is no longer than what it was made of");
  }

  /** Returns its length in words, micrometres as millimetres where they are many. */
  String micronsLabel() {
    return length >= 1000 ? plain(length / 1000) + " mm" : plain(length) + " µm";
  }

  private static String plain(double value) {
    return value >= 1 ? Long.toString(Math.round(value)) : Double.toString(value);
  }

  /** Draws bar and label, the bar's right end at x. */
  void draw(Canvas canvas, String label, int right, int baseline, int size, Color colour) {
    canvas.fill(right - pixels, baseline + 6, pixels, 5, colour);
    canvas.centred(label, right - pixels / 2, baseline, size, colour);
  }
}
