package org.ranklens.ihc;

import org.ranklens.ihc.slide.RgbImage;

/** Makes a smaller picture by averaging squares of pixels. */
final class Binning {

  private Binning() {}

  /** Returns the means; a rest that fills no square at the right and below is dropped. */
  static RgbImage of(RgbImage image, int bin) {
    if (bin == 1) {
      return image;
    }
    int width = image.width() / bin;
    int height = image.height() / bin;
    byte[] to = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          to[3 * (y * width + x) + channel] = mean(image, x * bin, y * bin, channel, bin);
        }
      }
    }
    return new RgbImage(width, height, to);
  }

  private static byte mean(RgbImage image, int x, int y, int channel, int bin) {
    byte[] rgb = image.rgb();
    int sum = bin * bin / 2;
    for (int row = y; row < y + bin; row++) {
      int p = 3 * (row * image.width() + x) + channel;
      for (int k = 0; k < bin; k++) {
        sum += rgb[p + 3 * k] & 0xff;
      }
    }
    return (byte) (sum / (bin * bin));
  }
}
