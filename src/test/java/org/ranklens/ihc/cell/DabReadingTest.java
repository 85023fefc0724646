package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ranklens.NativeOpenCv;
import org.ranklens.ihc.stain.PlaneMemory;

class DabReadingTest {

  private static final TileFrame FRAME = new DrawnStains(100, 80).frame();

  @BeforeAll
  static void loadOpenCv() {
    NativeOpenCv.load();
  }

  @Test
  void backgroundThatTheGrowthTookInDoesNotPaleASmoothCytoplasm() {
    float[] values = new float[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i < 40 ? 0.01f : 0.5f;
    }

    assertThat(read(values, 0)).isCloseTo(0.5, within(0.001));
  }

  @Test
  void granularCytoplasmIsReadNearItsMean() {
    // Exponential grains of mean 0.5: their 70th percentile alone is 0.6, their median 0.35.
    Random random = new Random(7);
    float[] values = new float[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (-0.5 * Math.log(1 - random.nextDouble()));
    }

    assertThat(DabReading.grainOf(DabReading.spread(values))).isEqualTo(1);
    assertThat(read(values, 1)).isCloseTo(0.5, within(0.12));
  }

  @Test
  void smoothStainHasNoGrain() {
    Random random = new Random(7);
    float[] values = new float[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.5 + 0.03 * random.nextGaussian());
    }

    assertThat(DabReading.grainOf(DabReading.spread(values))).isZero();
  }

  @Test
  void tooLittleCytoplasmIsNotMeasured() {
    assertThat(new DabReading(0.2, SlideTexture.ofGrain(0)).of(new float[11], FRAME))
        .as("2.75 um2")
        .isEmpty();
    assertThat(new DabReading(0.2, SlideTexture.ofGrain(0)).of(new float[12], FRAME))
        .as("3 um2")
        .isPresent();
  }

  @Test
  void aPositiveCellBesideANegativeOneDoesNotStainIt() {
    DrawnStains drawn =
        new DrawnStains(100, 80)
            .disc(33, 20, 8, 0.1, 0.8)
            .disc(33, 20, 4, 0.4, 0.3)
            .disc(20, 20, 4, 0.4, 0.0);

    Optional<CytoplasmOd> negative = measured(drawn, 20);
    Optional<CytoplasmOd> positive = measured(drawn, 33);

    assertThat(negative.orElseThrow().mean()).isLessThan(0.05);
    assertThat(positive.orElseThrow().mean()).isCloseTo(0.8, within(0.05));
  }

  private static double read(float[] values, double grain) {
    return new DabReading(0.2, SlideTexture.ofGrain(grain)).of(values, FRAME).orElseThrow().mean();
  }

  private static Optional<CytoplasmOd> measured(DrawnStains drawn, double xMicrons) {
    int width = drawn.images().width();
    TileFrame frame = drawn.frame();
    Nuclei nuclei =
        NucleusDetector.find(
            drawn.images(),
            frame,
            CellSettings.defaults(),
            Compartment.CYTOPLASM,
            new PlaneMemory());
    CoarseStains stains =
        CoarseStains.of(drawn.images(), nuclei.labels(), frame, new PlaneMemory());
    CytoplasmMeter meter =
        new CytoplasmMeter(
            CytoplasmGrowth.of(stains, 7, new PlaneMemory()),
            nuclei.labels(),
            width,
            nuclei.labels().length / width,
            frame);
    int row = (int) (20 / DrawnStains.PIXEL_MICRONS);
    int label = nuclei.labels()[row * width + (int) (xMicrons / DrawnStains.PIXEL_MICRONS)];
    LabelRuns runs = LabelRuns.of(nuclei.labels(), width, nuclei.count());
    PixelRuns ring = meter.ring(PixelRuns.of(runs, label, 0, frame), label);
    float[] values = ring.of(drawn.images().dabOd(), width, frame);
    return new DabReading(0.2, SlideTexture.ofGrain(0)).of(values, frame);
  }
}
