package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ranklens.Execution;
import org.ranklens.Progress;
import org.ranklens.ihc.score.MarkerProtocol;
import org.ranklens.ihc.score.PopulationScore;
import org.ranklens.ihc.slide.ArraySlide;
import org.ranklens.ihc.slide.RgbImage;

/** Slides that are not what they are given as: told in words, without a made-up number. */
class OddSlideTest {

  @Test
  void tissueWithoutCellsHasNoScores() throws IOException {
    IhcResult result = run(new DrawnField(500, 400).tissue(40, 20, 480, 380).slide());

    assertThat(result.warnings()).contains("no cells were found in the tissue");
    for (PopulationScore score : result.regions().get(0).populations()) {
      assertThat(score.cells()).isZero();
      assertThat(score.positivePercent()).isEmpty();
      assertThat(score.hScore()).isEmpty();
    }
  }

  /** Bright discs of blue on black: nothing there takes light away from a white. */
  @Test
  void colouredFluorescenceIsToldAndNotScored() throws IOException {
    int width = 800;
    int height = 600;
    byte[] rgb = new byte[3 * width * height];
    Random random = new Random(1);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.max(0, 4 + 2 * random.nextGaussian());
    }
    for (int disc = 0; disc < 200; disc++) {
      int cx = 20 + random.nextInt(width - 40);
      int cy = 20 + random.nextInt(height - 40);
      for (int y = cy - 8; y <= cy + 8; y++) {
        for (int x = cx - 8; x <= cx + 8; x++) {
          if (Math.hypot(x - cx, y - cy) <= 8) {
            rgb[3 * (y * width + x)] = 10;
            rgb[3 * (y * width + x) + 1] = 30;
            rgb[3 * (y * width + x) + 2] = (byte) 200;
          }
        }
      }
    }

    IhcResult result =
        run(
            new ArraySlide(
                "blue", "test", new RgbImage(width, height, rgb), OptionalDouble.of(0.5)));

    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("fluorescence", "nothing is scored", "brightest part");
    assertThat(result.regions().get(0).populations().get(0).positivePercent()).isEmpty();
  }

  private static IhcResult run(ArraySlide slide) throws IOException {
    return IhcAnalysis.run(
        slide,
        List.of(),
        IhcSettings.defaults(),
        MarkerProtocol.none("RANK"),
        new Execution(1, Progress.silent()),
        cell -> {});
  }
}
