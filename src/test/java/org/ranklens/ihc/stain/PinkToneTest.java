package org.ranklens.ihc.stain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.slide.RgbImage;

class PinkToneTest {

  private static final WhitePoint WHITE = new WhitePoint(240, 240, 240);

  /** Eosin of Ruifrok and Johnston 2001: 0.132 of DAB over 0.627 of residual. */
  private static final StainVector EOSIN = new StainVector(0.072, 0.990, 0.105);

  /** Blood takes away blue light, too: 2.0 of DAB per residual. */
  private static final StainVector BLOOD = new StainVector(0.18, 0.75, 0.45);

  @Test
  void measuresWhatEosinAddsToDab() {
    assertThat(ratio(EOSIN, 0.2)).isCloseTo(0.132 / 0.627, within(0.1));
  }

  @Test
  void measuresThatBloodAddsMoreThanEosin() {
    Unmixing unmixing = Unmixing.of(StainMatrix.ruifrok());
    double dab =
        BLOOD.red() * unmixing.fromRed().dab()
            + BLOOD.green() * unmixing.fromGreen().dab()
            + BLOOD.blue() * unmixing.fromBlue().dab();
    double residual =
        BLOOD.red() * unmixing.fromRed().residual()
            + BLOOD.green() * unmixing.fromGreen().residual()
            + BLOOD.blue() * unmixing.fromBlue().residual();

    assertThat(ratio(BLOOD, 0.3)).isCloseTo(-dab / residual, within(0.1));
  }

  @Test
  void takesTheUsualWhereHardlyAnythingIsPink() {
    assertThat(ratio(StainMatrix.ruifrok().dab(), 0.3)).isEqualTo(2.5);
  }

  /** Half of the picture is glass. */
  private static double ratio(StainVector colour, double od) {
    byte[] rgb = new byte[3 * 100 * 100];
    for (int p = 0; p < 100 * 100; p++) {
      double own = p % 100 < 50 ? 0 : od;
      rgb[3 * p] = level(own * colour.red());
      rgb[3 * p + 1] = level(own * colour.green());
      rgb[3 * p + 2] = level(own * colour.blue());
    }
    return PinkTone.dabPerResidual(
        List.of(new RgbImage(100, 100, rgb)), WHITE, StainMatrix.ruifrok());
  }

  private static byte level(double od) {
    return (byte) Math.round(240 * Math.pow(10, -od));
  }
}
