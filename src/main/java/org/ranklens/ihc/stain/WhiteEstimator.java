package org.ranklens.ihc.stain;

import java.util.List;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Finds white: the median of the pixels that are nearly as bright as the slide gets. Brightness is
 * that of the darkest channel, so that colour is not white, and is averaged over 2 x 2 pixels, so
 * that noise is not bright.
 */
final class WhiteEstimator {

  private static final int BIN = 2;
  private static final double BRIGHT_QUANTILE = 0.995;
  private static final double BRIGHTEST_QUANTILE = 0.999;
  private static final int BRIGHT_RANGE_LEVELS = 8;

  private WhiteEstimator() {}

  /**
   * The bright end of a slide.
   *
   * @param colour as bright as it gets
   * @param riseLevels by how many grey levels the brightest 0.1 % are brighter than the brightest
   *     0.5 %
   */
  record BrightEnd(WhitePoint colour, int riseLevels) {}

  static BrightEnd estimate(List<RgbImage> samples) {
    long[] darkest = new long[256];
    visit(samples, (r, g, b) -> darkest[Math.min(r, Math.min(g, b))]++);
    int end = quantile(darkest, BRIGHT_QUANTILE);
    int bright = end - BRIGHT_RANGE_LEVELS;
    long[] red = new long[256];
    long[] green = new long[256];
    long[] blue = new long[256];
    visit(
        samples,
        (r, g, b) -> {
          if (Math.min(r, Math.min(g, b)) >= bright) {
            red[r]++;
            green[g]++;
            blue[b]++;
          }
        });
    WhitePoint colour =
        new WhitePoint(
            Math.max(1, quantile(red, 0.5)),
            Math.max(1, quantile(green, 0.5)),
            Math.max(1, quantile(blue, 0.5)));
    return new BrightEnd(colour, quantile(darkest, BRIGHTEST_QUANTILE) - end);
  }

  /** Returns the median of the pixels' brightest channel, 0 to 255. */
  static int middleOfBrightest(List<RgbImage> samples) {
    long[] brightest = new long[256];
    visit(samples, (r, g, b) -> brightest[Math.max(r, Math.max(g, b))]++);
    return quantile(brightest, 0.5);
  }

  private interface Visitor {
    void see(int red, int green, int blue);
  }

  private static void visit(List<RgbImage> samples, Visitor visitor) {
    for (RgbImage image : samples) {
      int stride = 3 * image.width();
      for (int y = 0; y + BIN <= image.height(); y += BIN) {
        for (int x = 0; x + BIN <= image.width(); x += BIN) {
          int p = y * stride + 3 * x;
          byte[] rgb = image.rgb();
          visitor.see(mean(rgb, p, stride), mean(rgb, p + 1, stride), mean(rgb, p + 2, stride));
        }
      }
    }
  }

  /** Returns the mean of a channel of four pixels, the first of which begins the square. */
  private static int mean(byte[] rgb, int p, int stride) {
    int above = (rgb[p] & 0xff) + (rgb[p + 3] & 0xff);
    int below = (rgb[p + stride] & 0xff) + (rgb[p + stride + 3] & 0xff);
    return (above + below + BIN * BIN / 2) / (BIN * BIN);
  }

  private static int quantile(long[] histogram, double share) {
    long total = 0;
    for (long count : histogram) {
      total += count;
    }
    long below = 0;
    for (int level = 0; level < histogram.length; level++) {
      below += histogram[level];
      if (below >= share * total && below > 0) {
        return level;
      }
    }
    return histogram.length - 1;
  }
}
