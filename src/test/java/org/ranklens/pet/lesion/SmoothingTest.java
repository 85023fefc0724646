package org.ranklens.pet.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ranklens.pet.dicom.Geometry;
import org.ranklens.pet.dicom.Point3;

class SmoothingTest {

  private static final Geometry GRID =
      Geometry.axial(7, 5, 6, new Point3(0, 0, 0), new Point3(2, 3, 4));

  private static int clamp(int at, int n) {
    return Math.max(0, Math.min(n - 1, at));
  }

  /** The definition: all three axes at once, the border repeated. */
  private static double direct(float[] values, double sigma, int x, int y, int z) {
    double sum = 0;
    double weights = 0;
    for (int k = -9; k <= 9; k++) {
      for (int j = -9; j <= 9; j++) {
        for (int i = -9; i <= 9; i++) {
          boolean near =
              Math.abs(2 * i) <= 2 * Math.ceil(3 * sigma / 2)
                  && Math.abs(3 * j) <= 3 * Math.ceil(3 * sigma / 3)
                  && Math.abs(4 * k) <= 4 * Math.ceil(3 * sigma / 4);
          if (near) {
            double w = Math.exp(-0.5 * (4 * i * i + 9 * j * j + 16 * k * k) / (sigma * sigma));
            weights += w;
            sum += w * values[GRID.index(clamp(x + i, 7), clamp(y + j, 5), clamp(z + k, 6))];
          }
        }
      }
    }
    return sum / weights;
  }

  @Test
  void smoothingIsTheMeanWeightedByDistanceWithTheBorderRepeated() {
    float[] values = new float[210];
    Random random = new Random(5);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    float[] before = values.clone();
    float[] smooth = Smoothing.gaussian(values, GRID, 3);
    assertThat(values).isEqualTo(before);
    for (int[] p : new int[][] {{0, 0, 0}, {3, 2, 3}, {6, 4, 5}, {1, 4, 2}}) {
      assertThat((double) smooth[GRID.index(p[0], p[1], p[2])])
          .isCloseTo(direct(values, 3, p[0], p[1], p[2]), within(1e-5));
    }
  }
}
