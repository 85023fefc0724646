package org.ranklens.ihc.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StainingIndexTest {

  private static final IntensityClass[] CLASSES = IntensityClass.values();

  private static void fill(ClassBlocks blocks, int square, int... perClass) {
    for (int level = 0; level < perClass.length; level++) {
      for (int i = 0; i < perClass[level]; i++) {
        blocks.add(512.0 * square + 5, 5, CLASSES[level]);
      }
    }
  }

  private static IntervalSettings settings() {
    return new IntervalSettings(199, 1, 512, 2);
  }

  /** Mean classes 0, 1/2, 4/3 and 3, by hand: a quarter of the way from one square to the next. */
  @Test
  void theQuartilesAreOfTheSquaresMeanClasses() {
    ClassBlocks blocks = new ClassBlocks();
    fill(blocks, 0, 20);
    fill(blocks, 1, 10, 10);
    fill(blocks, 2, 5, 5, 0, 5);
    fill(blocks, 3, 0, 0, 0, 10);
    StainingIndex index = StainingIndex.of(blocks, settings()).orElseThrow();
    assertThat(index.squares()).isEqualTo(4);
    assertThat(index.lowerQuartile()).isCloseTo(0.375, within(1e-12));
    assertThat(index.median()).isCloseTo((0.5 + 20.0 / 15) / 2, within(1e-12));
    assertThat(index.upperQuartile()).isCloseTo(20.0 / 15 + 0.25 * (3 - 20.0 / 15), within(1e-12));
  }

  @Test
  void aSquareOfFewCellsIsNoSquare() {
    ClassBlocks blocks = new ClassBlocks();
    fill(blocks, 0, 10);
    fill(blocks, 1, 0, 9);
    StainingIndex index = StainingIndex.of(blocks, settings()).orElseThrow();
    assertThat(index).isEqualTo(new StainingIndex(1, 0, 0, 0));
    ClassBlocks few = new ClassBlocks();
    fill(few, 0, 9);
    assertThat(StainingIndex.of(few, settings())).isEmpty();
  }
}
