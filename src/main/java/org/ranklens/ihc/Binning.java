package org.ranklens.ihc;

import java.util.Arrays;
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
    int[] sums = new int[3 * width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, bin * bin / 2);
      for (int row = y * bin; row < (y + 1) * bin; row++) {
        addRow(image.rgb(), 3 * row * image.width(), bin, sums);
      }
      for (int i = 0; i < sums.length; i++) {
        to[3 * y * width + i] = (byte) (sums[i] / (bin * bin));
      }
    }
    return new RgbImage(width, height, to);
  }

  private static void addRow(byte[] rgb, int from, int bin, int[] sums) {
    int p = from;
    for (int i = 0; i < sums.length; i += 3) {
      int red = 0;
      int green = 0;
      int blue = 0;
      for (int k = 0; k < bin; k++, p += 3) {
        red += rgb[p] & 0xff;
        green += rgb[p + 1] & 0xff;
        blue += rgb[p + 2] & 0xff;
      }
      sums[i] += red;
      sums[i + 1] += green;
      sums[i + 2] += blue;
    }
  }
}
