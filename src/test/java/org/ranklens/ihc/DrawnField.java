package org.ranklens.ihc;

import java.util.OptionalDouble;
import java.util.Random;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RgbImage;

/**
 * A field drawn by Beer and Lambert's law: discs of DAB with discs of haematoxylin inside, on
 * tissue and glass. It knows nothing of how cells are found.
 */
final class DrawnField {

  static final double PIXEL_MICRONS = 0.5;
  private static final double[] H = {0.650, 0.704, 0.286};
  private static final double[] DAB = {0.268, 0.570, 0.776};
  private static final double WHITE = 244;

  private final int width;
  private final int height;
  private final float[] h;
  private final float[] dab;
  private final float[][] overlay;

  DrawnField(int width, int height) {
    this.width = width;
    this.height = height;
    this.h = new float[width * height];
    this.dab = new float[width * height];
    this.overlay = new float[3][width * height];
  }

  /** Fills a rectangle with pale tissue. */
  DrawnField tissue(int x0, int y0, int x1, int y1) {
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        h[y * width + x] = 0.05f;
      }
    }
    return this;
  }

  /** Draws cytoplasm of a DAB density, radius in pixels. */
  DrawnField cytoplasm(double x, double y, double radius, double dabOd) {
    disc(x, y, radius, dab, dabOd);
    return this;
  }

  /** Lays a disc of another colour over everything: densities in red, green and blue. */
  DrawnField over(double x, double y, double radius, double red, double green, double blue) {
    disc(x, y, radius, overlay[0], red);
    disc(x, y, radius, overlay[1], green);
    disc(x, y, radius, overlay[2], blue);
    return this;
  }

  DrawnField nucleus(double x, double y, double radius) {
    disc(x, y, radius, h, 0.6);
    disc(x, y, radius, dab, 0.02);
    return this;
  }

  /** Draws a cell of one nucleus, 4 um in radius, with 4 um of cytoplasm around it. */
  DrawnField cell(double x, double y, double dabOd) {
    return cytoplasm(x, y, 16, dabOd).nucleus(x, y, 7);
  }

  private void disc(double cx, double cy, double radius, float[] plane, double od) {
    for (int y = (int) Math.max(0, cy - radius); y <= Math.min(height - 1, cy + radius); y++) {
      for (int x = (int) Math.max(0, cx - radius); x <= Math.min(width - 1, cx + radius); x++) {
        if (Math.hypot(x + 0.5 - cx, y + 0.5 - cy) <= radius) {
          plane[y * width + x] = (float) od;
        }
      }
    }
  }

  /** Returns the field as a slide, with noise of one grey level. */
  ArraySlide slide(OptionalDouble pixelSizeMicrons) {
    Random noise = new Random(7);
    byte[] rgb = new byte[3 * width * height];
    for (int p = 0; p < h.length; p++) {
      for (int c = 0; c < 3; c++) {
        double level = WHITE * Math.pow(10, -(h[p] * H[c] + dab[p] * DAB[c] + overlay[c][p]));
        rgb[3 * p + c] =
            (byte) Math.max(0, Math.min(255, Math.round(level + noise.nextGaussian())));
      }
    }
    return new ArraySlide("drawn", "test", new RgbImage(width, height, rgb), pixelSizeMicrons);
  }

  ArraySlide slide() {
    return slide(OptionalDouble.of(PIXEL_MICRONS));
  }
}
