package org.ranklens.ihc.stain;

import org.ranklens.ihc.slide.RgbImage;

/** Optical densities in red, green and blue of single pixels of an image. It owns its arrays. */
final class OdPixels {

  private final float[] red;
  private final float[] green;
  private final float[] blue;
  private final float[] neighbour = new float[3];

  OdPixels(WhitePoint white) {
    red = OdTable.of(white.red(), 1);
    green = OdTable.of(white.green(), 1);
    blue = OdTable.of(white.blue(), 1);
  }

  /** Writes the densities of the pixel at {@code index}, row by row, into {@code od}. */
  void read(RgbImage image, int index, float[] od) {
    byte[] rgb = image.rgb();
    od[0] = red[rgb[3 * index] & 0xff];
    od[1] = green[rgb[3 * index + 1] & 0xff];
    od[2] = blue[rgb[3 * index + 2] & 0xff];
  }

  /** Returns the largest distance of the pixel's densities from those of its four neighbours. */
  double steepest(RgbImage image, int index, float[] own) {
    int x = index % image.width();
    int y = index / image.width();
    double most = 0;
    if (x > 0) {
      most = Math.max(most, distance(image, index - 1, own));
    }
    if (x < image.width() - 1) {
      most = Math.max(most, distance(image, index + 1, own));
    }
    if (y > 0) {
      most = Math.max(most, distance(image, index - image.width(), own));
    }
    if (y < image.height() - 1) {
      most = Math.max(most, distance(image, index + image.width(), own));
    }
    return most;
  }

  private double distance(RgbImage image, int index, float[] own) {
    read(image, index, neighbour);
    float r = neighbour[0] - own[0];
    float g = neighbour[1] - own[1];
    float b = neighbour[2] - own[2];
    return Math.sqrt(r * r + g * g + b * b);
  }
}
