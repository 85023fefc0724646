package org.ranklens.phantom.ihc;

/** Interleaved RGB pixels of one level. */
final class RgbRaster {

  private final byte[] rgb;
  private final int width;
  private final int height;

  RgbRaster(byte[] rgb, int width, int height) {
    this.rgb = rgb;
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** A channel of a pixel; beyond the border the border's own. */
  int at(int x, int y, int channel) {
    int column = Math.min(x, width - 1);
    int row = Math.min(y, height - 1);
    return rgb[3 * (row * width + column) + channel] & 0xFF;
  }

  /** Half the size, each pixel the rounded mean of four. */
  RgbRaster halved() {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    byte[] half = new byte[3 * w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        for (int c = 0; c < 3; c++) {
          int sum =
              at(2 * x, 2 * y, c)
                  + at(2 * x + 1, 2 * y, c)
                  + at(2 * x, 2 * y + 1, c)
                  + at(2 * x + 1, 2 * y + 1, c);
          half[3 * (y * w + x) + c] = (byte) ((sum + 2) / 4);
        }
      }
    }
    return new RgbRaster(half, w, h);
  }
}
