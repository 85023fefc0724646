package org.ranklens.ihc.cell;

import org.ranklens.ihc.slide.RgbImage;

/**
 * How sharp a small piece of a slide is: its finest detail over its coarser one, so that much
 * contrast does not look like sharpness.
 *
 * @param texture grey levels of the coarser detail (2 to 4 micrometres), as a standard deviation
 * @param fineness the same of the finest detail (0.5 to 1 micrometre) over {@code texture}; sharp
 *     tissue is at 0.3 to 0.9, blurred by 2 micrometres below 0.25
 */
public record Sharpness(double texture, double fineness) {

  /** Below this a piece holds nothing that could be sharp. */
  private static final double LEAST_TEXTURE = 1.5;

  /** Measures a piece whose pixels are about 0.5 micrometres wide. */
  public static Sharpness of(RgbImage piece, double pixelMicrons) {
    int width = piece.width();
    int height = piece.height();
    float[] grey = new float[width * height];
    byte[] rgb = piece.rgb();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = ((rgb[3 * i] & 0xff) + (rgb[3 * i + 1] & 0xff) + (rgb[3 * i + 2] & 0xff)) / 3f;
    }
    double fine = deviation(grey, width, height, 0.5 / pixelMicrons, 1 / pixelMicrons);
    double coarse = deviation(grey, width, height, 2 / pixelMicrons, 4 / pixelMicrons);
    return new Sharpness(coarse, coarse > 0 ? fine / coarse : 0);
  }

  /** Returns whether the piece has detail to judge by. */
  public boolean tells() {
    return texture >= LEAST_TEXTURE;
  }

  private static double deviation(float[] grey, int width, int height, double sigma, double wider) {
    float[] narrow = GaussianFilter.of(grey, width, height, sigma);
    float[] wide = GaussianFilter.of(grey, width, height, wider);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < grey.length; i++) {
      double difference = (double) narrow[i] - wide[i];
      sum += difference;
      squares += difference * difference;
    }
    double mean = sum / grey.length;
    return Math.sqrt(Math.max(0, squares / grey.length - mean * mean));
  }
}
