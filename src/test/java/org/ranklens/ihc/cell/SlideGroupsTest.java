package org.ranklens.ihc.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlideGroupsTest {

  private static final int COUNT = GroupFeature.values().length;

  /** Of pieces of 440 um 5 mm hold 11 x 11, 1,000 x 900 um 2 x 2, 400 um none. */
  @ParameterizedTest
  @CsvSource({"10000, 10000, 12", "2000, 1800, 4", "800, 800, 0"})
  void atMostTwelveWholePiecesAreLookedAt(int width, int height, int looks) {
    List<TileFrame.Core> pieces =
        SlideGroups.pieces(new CellGrid(width, height, 1, 0.5), piece -> true);

    assertThat(pieces).hasSize(looks).doesNotHaveDuplicates();
    assertThat(pieces).allMatch(piece -> piece.width() == 880 && piece.height() == 880);
  }

  @Test
  void piecesWithoutTissueAreNotLookedAt() {
    CellGrid grid = new CellGrid(8800, 8800, 1, 0.5);
    assertThat(SlideGroups.pieces(grid, piece -> piece.x0() < 880))
        .hasSize(10)
        .allMatch(piece -> piece.x0() == 0);
    assertThat(SlideGroups.pieces(grid, piece -> false)).isEmpty();
  }

  @Test
  void theMiddleOfManyGroupsIsZeroAndTheirQuartilesAreOneApart() {
    List<double[]> seen = new ArrayList<>();
    for (int i = 0; i <= 400_000; i++) {
      seen.add(filled(i));
    }
    Collections.shuffle(seen, new java.util.Random(1));
    SlideGroups slide = SlideGroups.of(seen);

    // Of 0 to 400,000 the median is 200,000, the quartiles 100,000 and 300,000; 5 usual groups
    // among so many are a share of 0.0000125.
    assertThat(slide.relative(filled(200_000))[COUNT]).isCloseTo(0, within(1e-3));
    assertThat(slide.relative(filled(300_000))[COUNT] - slide.relative(filled(100_000))[COUNT])
        .isCloseTo(1, within(1e-3));
    assertThat(slide.relative(filled(7))[0]).isEqualTo(7);
  }

  @Test
  void aSlideWithoutGroupsIsTakenForAUsualOne() {
    assertThat(SlideGroups.of(List.of()).relative(filled(0.3)))
        .isEqualTo(SlideGroups.usual().relative(filled(0.3)));
  }

  @Test
  void whatIsNotKnownYetStaysUnknownBesideTheSlideToo() {
    assertThat(SlideGroups.usual().relative(filled(Double.NaN))).containsOnly(Double.NaN);
  }

  private static double[] filled(double value) {
    double[] values = new double[COUNT];
    Arrays.fill(values, value);
    return values;
  }
}
