package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are the definition: a double sum of weights over both directions. */
class GaussianFilterTest {

  @ParameterizedTest
  @CsvSource({"40,30,0.3", "40,30,1", "33,17,1.2", "50,20,1.4", "9,64,2.4", "3,2,1.4", "1,1,1"})
  void everyPixelIsTheWeightedMeanOfThoseAroundIt(int width, int height, double sigma) {
    Random random = new Random(5);
    float[] plane = new float[width * height];
    for (int p = 0; p < plane.length; p++) {
      plane[p] = random.nextFloat();
    }
    float[] filtered = GaussianFilter.of(plane, width, height, sigma);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat((double) filtered[y * width + x])
            .isCloseTo(mean(plane, width, height, sigma, x, y), within(1e-6));
      }
    }
  }

  private static double mean(float[] plane, int width, int height, double sigma, int atX, int atY) {
    int reach = (int) Math.max(1, Math.ceil(3 * sigma));
    double sum = 0;
    double weights = 0;
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        double weight = Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
        int column = Math.max(0, Math.min(width - 1, atX + x));
        int row = Math.max(0, Math.min(height - 1, atY + y));
        sum += weight * plane[row * width + column];
        weights += weight;
      }
    }
    return sum / weights;
  }
}
