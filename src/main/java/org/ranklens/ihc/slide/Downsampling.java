package org.ranklens.ihc.slide;

/** Makes a smaller picture by averaging squares of pixels. */
final class Downsampling {

  private Downsampling() {}

  /** Returns the mean of each 4 x 4 pixels; a rest of up to 3 pixels at the edges is dropped. */
  static RgbImage byFour(RgbImage image) {
    int width = image.width() / 4;
    int height = image.height() / 4;
    byte[] from = image.rgb();
    byte[] to = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          to[3 * (y * width + x) + c] = mean(from, image.width(), 4 * x, 4 * y, c);
        }
      }
    }
    return new RgbImage(width, height, to);
  }

  /** Returns the picture at a smaller size: each pixel the mean of those that it covers. */
  static RgbImage to(RgbImage image, int width, int height) {
    byte[] to = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int top = (int) ((long) y * image.height() / height);
      int bottom = Math.max(top + 1, (int) ((y + 1L) * image.height() / height));
      for (int x = 0; x < width; x++) {
        int left = (int) ((long) x * image.width() / width);
        int right = Math.max(left + 1, (int) ((x + 1L) * image.width() / width));
        for (int c = 0; c < 3; c++) {
          int sum = 0;
          for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
              sum += image.rgb()[3 * (row * image.width() + column) + c] & 0xff;
            }
          }
          int pixels = (bottom - top) * (right - left);
          to[3 * (y * width + x) + c] = (byte) ((sum + pixels / 2) / pixels);
        }
      }
    }
    return new RgbImage(width, height, to);
  }

  private static byte mean(byte[] rgb, int width, int x, int y, int channel) {
    int sum = 8;
    for (int dy = 0; dy < 4; dy++) {
      for (int dx = 0; dx < 4; dx++) {
        sum += rgb[3 * ((y + dy) * width + x + dx) + channel] & 0xff;
      }
    }
    return (byte) (sum >> 4);
  }
}
