package org.ranklens.ihc.stain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.slide.RgbImage;

/** Light that was drawn over glass and tissue is found again, or left alone where it can't be. */
class LightSurfaceTest {

  private static final int WIDTH = 120;
  private static final int HEIGHT = 90;
  private static final double[] WHITE = {244, 241, 236};

  @Test
  void findsAnySlowLightWhereGlassLiesAllAround() {
    LightSurface found =
        surface((u, v) -> 1 - 0.04 * (u - 0.3) * (u - 0.3) - 0.03 * v, (u, v) -> ring(u, v));

    assertThat(found.isEven()).isFalse();
    // Brightest at u = 0.3, v = -1; darkest at u = -1, v = 1: 1 - 0.0676 - 0.03 over 1.03.
    assertThat(found.falloffPercent()).isCloseTo(100 * (1 - 0.9024 / 1.03), within(0.5));
    assertThat(greenAt(found, 60, 45)).isCloseTo(241 * 1.03, within(1.5));
  }

  @Test
  void goesOnFromAStripOfGlassWhereTheLightFallsOffFromTheMiddle() {
    LightSurface found = surface((u, v) -> 1 - 0.025 * (u * u + v * v), (u, v) -> u > -0.9);

    assertThat(found.isEven()).isFalse();
    assertThat(found.falloffPercent()).isCloseTo(5, within(0.3));
  }

  @Test
  void callsLightEvenThatIs() {
    assertThat(surface((u, v) -> 1, (u, v) -> ring(u, v)).isEven()).isTrue();
    assertThat(surface((u, v) -> 1, (u, v) -> u > -0.9).isEven()).isTrue();
  }

  @Test
  void goesNotOnFromAStripWhoseLightFallsOffOtherwise() {
    assertThat(surface((u, v) -> 0.97 + 0.03 * v, (u, v) -> u > -0.9).isEven()).isTrue();
  }

  @Test
  void doesNotTakeTissueForGlass() {
    assertThat(surface((u, v) -> 1, (u, v) -> true).isEven()).isTrue();
  }

  private static boolean ring(double u, double v) {
    return Math.abs(u) < 0.7 && Math.abs(v) < 0.7;
  }

  private static double greenAt(LightSurface light, int x, int y) {
    RgbImage image =
        picture((u, v) -> 1 - 0.04 * (u - 0.3) * (u - 0.3) - 0.03 * v, (u, v) -> false);
    return light.flatten(image, 0, 0, 8).rgb()[3 * (y * WIDTH + x) + 1] & 0xff;
  }

  private static LightSurface surface(
      DoubleBinaryOperator light, BiPredicate<Double, Double> tissue) {
    RgbImage mean = picture(light, tissue);
    byte[] palest = mean.rgb().clone();
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      if (tissue.test(u(i % WIDTH), v(Math.floorDiv(i, WIDTH)))) {
        for (int channel = 0; channel < 3; channel++) {
          palest[3 * i + channel] = (byte) Math.min(255, (palest[3 * i + channel] & 0xff) + 12);
        }
      }
    }
    return LightSurface.of(mean, new RgbImage(WIDTH, HEIGHT, palest), 8);
  }

  private static double u(int x) {
    return 2 * (x + 0.5) / WIDTH - 1;
  }

  private static double v(int y) {
    return 2 * (y + 0.5) / HEIGHT - 1;
  }

  private static RgbImage picture(DoubleBinaryOperator light, BiPredicate<Double, Double> tissue) {
    Random noise = new Random(5);
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double through = tissue.test(u(x), v(y)) ? 0.75 + 0.1 * noise.nextDouble() : 1;
        double here = light.applyAsDouble(u(x), v(y)) * through;
        for (int channel = 0; channel < 3; channel++) {
          double level = WHITE[channel] * here + 0.3 * noise.nextGaussian();
          rgb[3 * (y * WIDTH + x) + channel] = (byte) Math.min(255, Math.round(level));
        }
      }
    }
    return new RgbImage(WIDTH, HEIGHT, rgb);
  }
}
