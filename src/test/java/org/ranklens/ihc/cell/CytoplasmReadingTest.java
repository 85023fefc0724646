package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.stain.PlaneMemory;

/** Drawn by hand: a nucleus of 3.5 um in a cell of 8 um, without blur. */
class CytoplasmReadingTest {

  private static final int EDGE_PX = 80;
  private static final double MIDDLE = 20;
  private static final double NUCLEUS = 3.5;
  private static final double CELL = 8;
  private static final Offset<Double> NEAR = within(0.02);

  private final DrawnStains drawn = new DrawnStains(EDGE_PX, EDGE_PX);

  @Test
  void evenCellDiffersOnlyInItsNucleus() {
    drawn.disc(MIDDLE, MIDDLE, CELL, 0.06, 0.6).disc(MIDDLE, MIDDLE, NUCLEUS, 0.45, 0.25);

    Map<ReadingFeature, Double> features = features();

    assertThat(features.get(ReadingFeature.FURTHER_OUT)).isCloseTo(0, NEAR);
    assertThat(features.get(ReadingFeature.INNER)).isCloseTo(0, NEAR);
    // (0.25 - 0.6) / (0.1 + 0.6)
    assertThat(features.get(ReadingFeature.NUCLEUS)).isCloseTo(-0.5, NEAR);
    assertThat(features.get(ReadingFeature.BLURRED)).isCloseTo(0, NEAR);
    assertThat(features.get(ReadingFeature.DARKNESS)).isCloseTo(0.6, NEAR);
    assertThat(features.get(ReadingFeature.RING_15)).isCloseTo(0, NEAR);
    assertThat(features.get(ReadingFeature.RING_95)).isCloseTo(0, NEAR);
    assertThat(features.get(ReadingFeature.GROWN_70)).isCloseTo(0, NEAR);
    // pi 3.5^2
    assertThat(features.get(ReadingFeature.NUCLEUS_AREA)).isCloseTo(38.5, within(1.0));
  }

  /** Learned from were cells whose ring spreads by 0.1 of its reading and more. */
  @Test
  void evenRingIsReadAsItIs() {
    double[] features = new double[ReadingFeature.values().length];

    assertThat(CytoplasmReading.corrected(0.8, features)).isEqualTo(0.8);
  }

  @Test
  void stainThatLiesAwayFromTheNucleusIsSeen() {
    drawn
        .disc(MIDDLE, MIDDLE, CELL, 0.06, 0.9)
        .disc(MIDDLE, MIDDLE, NUCLEUS + 2.5, 0.06, 0.5)
        .disc(MIDDLE, MIDDLE, NUCLEUS, 0.45, 0.25);

    Map<ReadingFeature, Double> features = features();

    // (0.9 - 0.5) / (0.1 + 0.5) at most: on the grid of pixels the ring takes a little of the 0.9.
    assertThat(features.get(ReadingFeature.FURTHER_OUT)).isBetween(0.4, 0.7);
    assertThat(features.get(ReadingFeature.INNER)).isBetween(0.1, 0.4);
    assertThat(features.get(ReadingFeature.RING_70)).isCloseTo(0, NEAR);
    assertThat(features.get(ReadingFeature.GROWN_95)).isCloseTo(0.67, within(0.05));
  }

  @Test
  void backgroundInTheRingIsSeenInItsQuantiles() {
    // Cytoplasm reaches 1.5 um beyond the nucleus, the ring 2.5.
    drawn.disc(MIDDLE, MIDDLE, NUCLEUS + 1.5, 0.06, 0.6).disc(MIDDLE, MIDDLE, NUCLEUS, 0.45, 0.25);

    Map<ReadingFeature, Double> features = features();

    assertThat(features.get(ReadingFeature.RING_15)).isLessThan(-0.5);
    assertThat(features.get(ReadingFeature.RING_95)).isCloseTo(0, NEAR);
    assertThat(features.get(ReadingFeature.GROWN_50)).isLessThan(-0.5);
  }

  @Test
  void nothingSeenIsCorrectedFurtherThanHalf() {
    double[] strange = new double[ReadingFeature.values().length];
    Arrays.fill(strange, 1e6);

    assertThat(CytoplasmReading.corrected(0.4, strange)).isBetween(0.4 - 0.15, 0.4 + 0.25);
  }

  private Map<ReadingFeature, Double> features() {
    TileFrame frame = drawn.frame();
    int[] labels = new int[EDGE_PX * EDGE_PX];
    for (int p = 0; p < labels.length; p++) {
      double x = (p % EDGE_PX + 0.5) * DrawnStains.PIXEL_MICRONS - MIDDLE;
      double y = (Math.floorDiv(p, EDGE_PX) + 0.5) * DrawnStains.PIXEL_MICRONS - MIDDLE;
      labels[p] = x * x + y * y <= NUCLEUS * NUCLEUS ? 1 : 0;
    }
    PixelRuns mask = PixelRuns.of(LabelRuns.of(labels, EDGE_PX, 1), 1, 0, frame);
    double middle = MIDDLE / DrawnStains.PIXEL_MICRONS;
    Ellipse shape = new Ellipse(mask.pixels(), middle, middle, 12.25, 12.25, 0);
    Nucleus nucleus = new Nucleus(shape, mask);
    CellMeasurement measurement =
        new CellMeasurement(
            drawn.images(),
            List.of(nucleus),
            frame.core(),
            frame,
            new DabReading(0.2, SlideTexture.ofGrain(0)),
            CellSettings.defaults(),
            Compartment.CYTOPLASM,
            new PlaneMemory());
    double[] seen = measurement.features(0, measurement.measure(0));
    Map<ReadingFeature, Double> features = new EnumMap<>(ReadingFeature.class);
    int next = 0;
    for (ReadingFeature feature : ReadingFeature.values()) {
      features.put(feature, seen[next++]);
    }
    return features;
  }
}
