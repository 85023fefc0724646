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
    if (bin == 2) {
      for (int y = 0; y < height; y++) {
        halve(image.rgb(), 6 * y * image.width(), 3 * image.width(), to, 3 * y * width, 3 * width);
      }
    } else {
      average(image, bin, width, height, to);
    }
    return new RgbImage(width, height, to);
  }

  /** Pixels of half a micrometre in squares of one: nearly always it is this. */
  private static void halve(byte[] rgb, int from, int stride, byte[] to, int at, int bytes) {
    int p = from;
    for (int i = at; i < at + bytes; i += 3, p += 6) {
      int q = p + stride;
      to[i] = mean(rgb[p], rgb[p + 3], rgb[q], rgb[q + 3]);
      to[i + 1] = mean(rgb[p + 1], rgb[p + 4], rgb[q + 1], rgb[q + 4]);
      to[i + 2] = mean(rgb[p + 2], rgb[p + 5], rgb[q + 2], rgb[q + 5]);
    }
  }

  private static byte mean(byte a, byte b, byte c, byte d) {
    return (byte) (((a & 0xff) + (b & 0xff) + (c & 0xff) + (d & 0xff) + 2) >> 2);
  }

  private static void average(RgbImage image, int bin, int width, int height, byte[] to) {
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
