package org.ranklens.ihc.stain;

import java.util.List;
import org.ranklens.ihc.slide.RgbImage;

/**
 * Densities in red, green and blue of pixels that are stained, but not black. It owns its arrays.
 */
final class OdSamples {

  private static final double LEAST_LENGTH = 0.3;

  /** Nuclei of a pale counterstain are hardly denser than 0.2. */
  private static final double LEAST_PALE_LENGTH = 0.15;

  /** A fourth of a usual nucleus; below, noise is half of the colour. */
  private static final double LEAST_FAINT_LENGTH = 0.1;

  private static final double MOST_LENGTH = 2.2;
  private static final int MOST_SAMPLES = 400_000;

  private final float[] rgbOd;
  private final int count;
  private final boolean alike;

  private OdSamples(float[] rgbOd, int count, boolean alike) {
    this.rgbOd = rgbOd;
    this.count = count;
    this.alike = alike;
  }

  /** Takes evenly spaced pixels of 0.3 to 2.2 in length, at most some 400,000. */
  static OdSamples of(List<RgbImage> images, WhitePoint white) {
    return of(images, white, LEAST_LENGTH, false);
  }

  /**
   * Takes those from 0.15 on, and each counts the same: by their squares a few black pixels
   * outweigh all of a pale counterstain.
   */
  static OdSamples pale(List<RgbImage> images, WhitePoint white) {
    return of(images, white, LEAST_PALE_LENGTH, true);
  }

  /** Takes those from 0.1 on, and each counts the same. */
  static OdSamples faint(List<RgbImage> images, WhitePoint white) {
    return of(images, white, LEAST_FAINT_LENGTH, true);
  }

  private static OdSamples of(
      List<RgbImage> images, WhitePoint white, double leastLength, boolean alike) {
    OdPixels density = new OdPixels(white);
    long pixels = images.stream().mapToLong(i -> (long) i.width() * i.height()).sum();
    int step = (int) (pixels / MOST_SAMPLES) + 1;
    float[] od = new float[3 * (int) (pixels / step + images.size())];
    float[] own = new float[3];
    int count = 0;
    for (RgbImage image : images) {
      int size = image.width() * image.height();
      for (int pixel = 0; pixel < size; pixel += step) {
        density.read(image, pixel, own);
        double length = Math.sqrt(own[0] * own[0] + own[1] * own[1] + own[2] * own[2]);
        if (length >= leastLength && length <= MOST_LENGTH) {
          System.arraycopy(own, 0, od, 3 * count, 3);
          count++;
        }
      }
    }
    return new OdSamples(od, count, alike);
  }

  int count() {
    return count;
  }

  /** Returns the component of a sample along a direction. */
  double along(int sample, double[] direction) {
    int p = 3 * sample;
    return rgbOd[p] * direction[0] + rgbOd[p + 1] * direction[1] + rgbOd[p + 2] * direction[2];
  }

  double length(int sample) {
    int p = 3 * sample;
    return Math.sqrt(
        rgbOd[p] * rgbOd[p] + rgbOd[p + 1] * rgbOd[p + 1] + rgbOd[p + 2] * rgbOd[p + 2]);
  }

  /** Returns a sample brought to length 1. */
  double[] unit(int sample) {
    double length = length(sample);
    int p = 3 * sample;
    return new double[] {rgbOd[p] / length, rgbOd[p + 1] / length, rgbOd[p + 2] / length};
  }

  /** Adds the products of a sample's components to a 3 x 3 matrix, row by row. */
  void addProducts(int sample, double[] matrix) {
    int p = 3 * sample;
    double weight = alike ? 1 / (length(sample) * length(sample)) : 1;
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        matrix[3 * i + k] += weight * (rgbOd[p + i] * rgbOd[p + k]);
      }
    }
  }
}
