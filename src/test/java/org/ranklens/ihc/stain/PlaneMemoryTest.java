package org.ranklens.ihc.stain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaneMemoryTest {

  private final PlaneMemory memory = new PlaneMemory();

  @Test
  void planesTakenAtOnceAreDifferentOnes() {
    float[] one = memory.floats(100);

    assertThat(memory.floats(100)).isNotSameAs(one);
  }

  @Test
  void theNextTileGetsWhatTheLastOneLetGoOf() {
    float[] one = memory.floats(100);
    int[] two = memory.ints(100);
    memory.release();

    assertThat(memory.ints(90)).isSameAs(two);
    assertThat(memory.floats(100)).isSameAs(one);
  }

  @Test
  void theShortestThatIsLongEnoughIsTaken() {
    float[] small = memory.floats(100);
    float[] large = memory.floats(200);
    memory.release();

    assertThat(memory.floats(90)).isSameAs(small);
    assertThat(memory.floats(90)).isSameAs(large);
  }

  @Test
  void whatIsTooShortIsGivenUpForWhatIsLongEnough() {
    float[] small = memory.floats(100);
    memory.release();

    assertThat(memory.floats(200)).hasSize(200);
    assertThat(memory.floats(50)).hasSize(50).isNotSameAs(small);
  }
}
