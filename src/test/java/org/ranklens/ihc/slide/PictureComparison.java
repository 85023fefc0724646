package org.ranklens.ihc.slide;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what two readers, or a reader and the truth, make of the same picture. */
final class PictureComparison {

  private PictureComparison() {}

  static double[] means(RgbImage image) {
    double[] means = new double[3];
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i++) {
      means[i % 3] += (rgb[i] & 0xff) / (rgb.length / 3.0);
    }
    return means;
  }

  /**
   * Asserts that no channel differs by more in the mean over all pixels; a shift by a pixel or two
   * swapped channels of a picture with detail differ by far more.
   */
  static void assertSame(RgbImage expected, RgbImage actual, double greyLevels) {
    assertThat(actual.width()).isEqualTo(expected.width());
    assertThat(actual.height()).isEqualTo(expected.height());
    double[] difference = new double[3];
    for (int i = 0; i < expected.rgb().length; i++) {
      difference[i % 3] += Math.abs((expected.rgb()[i] & 0xff) - (actual.rgb()[i] & 0xff));
    }
    for (double sum : difference) {
      assertThat(sum * 3 / expected.rgb().length).isLessThanOrEqualTo(greyLevels);
    }
  }
}
