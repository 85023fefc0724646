package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By hand: multiples of 0.618 without their whole part, times the number of pieces. */
class GoldenOrderTest {

  private static List<Integer> taken(int of, int count) {
    List<Integer> pieces = IntStream.range(0, of).boxed().toList();
    return IntStream.range(0, count).map(i -> GoldenOrder.take(pieces, i)).boxed().toList();
  }

  @Test
  void theFirstPiecesLieFarApart() {
    assertThat(taken(100, 6)).containsExactly(0, 61, 23, 85, 47, 9);
  }

  @Test
  void sixteenOfAThousandAreAllDifferentAndLieInEveryEighth() {
    List<Integer> taken = taken(1000, 16);

    assertThat(taken).doesNotHaveDuplicates();
    assertThat(taken.stream().map(piece -> piece / 125).distinct()).hasSize(8);
  }
}
