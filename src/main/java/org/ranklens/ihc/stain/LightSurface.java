package org.ranklens.ihc.stain;

import org.ranklens.ihc.slide.RgbImage;

/**
 * How the light falls off over a slide: a polynomial of second order per channel, of the logarithm
 * of the light, 0 where it is brightest. It owns its arrays.
 *
 * <p>It is a function of the place on the slide, so tiles don't change it.
 */
public final class LightSurface {

  /** Weights of 1, u, v, u squared, v squared, u times v; u and v run from -1 to 1. */
  static final int TERMS = 6;

  private static final int GRID = 32;
  private static final LightSurface EVEN = new LightSurface(new double[3][TERMS], 1, 1, false);

  private final double[][] terms;
  private final double widthPx;
  private final double heightPx;
  private final boolean uneven;

  private LightSurface(double[][] terms, double widthPx, double heightPx, boolean uneven) {
    this.terms = terms;
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.uneven = uneven;
  }

  /** Returns even light: nothing to take out. */
  public static LightSurface even() {
    return EVEN;
  }

  /**
   * Finds the surface from the glass of an overview, even where the glass does not show any.
   *
   * @param mean colour of each square
   * @param palest colour of the palest spot of each square
   * @param squarePx edge of a square in level-0 pixels
   */
  public static LightSurface of(RgbImage mean, RgbImage palest, double squarePx) {
    return LightFit.of(mean, palest)
        .map(
            terms ->
                new LightSurface(
                    brightestAtZero(terms),
                    mean.width() * squarePx,
                    mean.height() * squarePx,
                    true))
        .orElse(EVEN);
  }

  private static double[][] brightestAtZero(double[][] terms) {
    for (double[] channel : terms) {
      double most = Double.NEGATIVE_INFINITY;
      for (int y = 0; y <= GRID; y++) {
        for (int x = 0; x <= GRID; x++) {
          most = Math.max(most, value(channel, 2.0 * x / GRID - 1, 2.0 * y / GRID - 1));
        }
      }
      channel[0] -= most;
    }
    return terms;
  }

  /** Returns whether there is nothing to take out. */
  public boolean isEven() {
    return !uneven;
  }

  /** Returns how much darker the darkest corner is than the brightest place, percent. */
  public double falloffPercent() {
    double least = 0;
    for (double[] channel : terms) {
      for (int corner = 0; corner < 4; corner++) {
        double log = value(channel, corner % 2 == 0 ? -1 : 1, corner < 2 ? -1 : 1);
        least = Math.min(least, log);
      }
    }
    return 100 * (1 - Math.pow(10, least));
  }

  /**
   * Returns the picture as even light would have shown it.
   *
   * @param xPx level-0 column of its left edge
   * @param yPx level-0 row of its upper edge
   * @param pixelPx level-0 pixels per pixel
   */
  public RgbImage flatten(RgbImage image, double xPx, double yPx, double pixelPx) {
    if (isEven()) {
      return image;
    }
    byte[] rgb = image.rgb().clone();
    for (int y = 0; y < image.height(); y++) {
      double v = v(yPx + (y + 0.5) * pixelPx);
      for (int x = 0; x < image.width(); x++) {
        double u = u(xPx + (x + 0.5) * pixelPx);
        int p = 3 * (y * image.width() + x);
        for (int channel = 0; channel < 3; channel++) {
          double level = (rgb[p + channel] & 0xff) * Math.pow(10, -value(terms[channel], u, v));
          rgb[p + channel] = (byte) Math.min(255, Math.round(level));
        }
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  double u(double xPx) {
    return 2 * xPx / widthPx - 1;
  }

  double v(double yPx) {
    return 2 * yPx / heightPx - 1;
  }

  /** Returns the polynomial of a sum of the channels. */
  double[] weighted(double red, double green, double blue) {
    double[] sum = new double[TERMS];
    for (int i = 0; i < TERMS; i++) {
      sum[i] = red * terms[0][i] + green * terms[1][i] + blue * terms[2][i];
    }
    return sum;
  }

  static double value(double[] terms, double u, double v) {
    return terms[0]
        + terms[1] * u
        + terms[2] * v
        + terms[3] * u * u
        + terms[4] * v * v
        + terms[5] * u * v;
  }
}
