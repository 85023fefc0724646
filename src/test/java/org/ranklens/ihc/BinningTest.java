package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranklens.ihc.slide.RgbImage;

class BinningTest {

  private static final int WIDTH = 23;
  private static final int HEIGHT = 17;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everySquareBecomesItsMeanRoundedHalfUp(int bin) {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    new Random(bin).nextBytes(rgb);

    RgbImage binned = Binning.of(new RgbImage(WIDTH, HEIGHT, rgb), bin);

    assertThat(binned.width()).isEqualTo(WIDTH / bin);
    assertThat(binned.height()).isEqualTo(HEIGHT / bin);
    for (int i = 0; i < binned.rgb().length; i++) {
      int x = i / 3 % binned.width();
      int y = i / 3 / binned.width();
      assertThat(binned.rgb()[i] & 0xff).isEqualTo(mean(rgb, x * bin, y * bin, bin, i % 3));
    }
  }

  private static int mean(byte[] rgb, int left, int top, int bin, int channel) {
    double sum = 0;
    for (int y = top; y < top + bin; y++) {
      for (int x = left; x < left + bin; x++) {
        sum += rgb[3 * (y * WIDTH + x) + channel] & 0xff;
      }
    }
    return (int) Math.floor(sum / (bin * bin) + 0.5);
  }
}
