package org.ranklens.ihc.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranklens.ihc.cell.Population;

class BootstrapTest {

  private static final IntensityClass[] CLASSES = IntensityClass.values();

  /** Cells of class 0, 1+, 2+ and 3+ of twelve squares. */
  private static final int[][] TWELVE = {
    {10, 3, 1, 0}, {8, 4, 4, 1}, {2, 9, 6, 3}, {14, 1, 0, 0}, {5, 5, 5, 5}, {0, 2, 9, 11},
    {7, 7, 2, 0}, {20, 2, 1, 0}, {3, 3, 3, 3}, {6, 1, 8, 2}, {1, 0, 4, 9}, {11, 6, 2, 1}
  };

  private static ScoreSettings settings(int resamples) {
    ScoreSettings defaults = ScoreSettings.defaults();
    return new ScoreSettings(
        0.2,
        0.4,
        0.6,
        defaults.irsBins(),
        defaults.irsCategories(),
        new IntervalSettings(resamples, 1, 512, 2));
  }

  /** Puts the cells of each square into a square of 512 um of its own. */
  private static ClassBlocks blocks(int[]... squares) {
    ClassBlocks blocks = new ClassBlocks();
    for (int square = 0; square < squares.length; square++) {
      for (int level = 0; level < 4; level++) {
        for (int i = 0; i < squares[square][level]; i++) {
          blocks.add(512.0 * square + 64 * (i % 8) + 1, 1 + 64 * level, CLASSES[level]);
        }
      }
    }
    return blocks;
  }

  /** R 4.2.2, 400,000 resamples of the same squares by sample.int, quantile type 7. */
  @Test
  void intervalsAreThoseOfRsBootstrap() {
    PopulationScore score =
        PopulationScore.of(Population.ALL, 210, blocks(TWELVE), settings(99_999));
    assertThat(score.positivePercent().getAsDouble()).isCloseTo(58.57143, within(1e-5));
    assertThat(score.hScore().getAsDouble()).isCloseTo(113.33333, within(1e-5));
    Interval positive = score.intervals().positivePercent().orElseThrow();
    assertThat(positive.low()).isCloseTo(40.74, within(0.3));
    assertThat(positive.high()).isCloseTo(75.62, within(0.3));
    Interval h = score.intervals().hScore().orElseThrow();
    assertThat(h.low()).isCloseTo(70.05, within(0.6));
    assertThat(h.high()).isCloseTo(159.02, within(0.6));
    assertThat(score.intervals().blocks()).isEqualTo(12);
    assertThat(score.intervals().blockMicrons()).hasValue(512);
  }

  /** All 256 draws of four squares, by R 4.2.2: 18.91892, 95.2381 and 24.32432, 205. */
  @Test
  void fourSquaresGiveTheExactPercentilesOfAllTheirDraws() {
    ScoreIntervals intervals =
        Bootstrap.of(blocks(TWELVE[0], TWELVE[2], TWELVE[5], TWELVE[7]), settings(99_999));
    Interval positive = intervals.positivePercent().orElseThrow();
    assertThat(positive.low()).isCloseTo(18.91892, within(1e-5));
    assertThat(positive.high()).isCloseTo(95.2381, within(1e-4));
    Interval h = intervals.hScore().orElseThrow();
    assertThat(h.low()).isCloseTo(24.32432, within(1e-5));
    assertThat(h.high()).isCloseTo(205, within(1e-9));
  }

  /** By hand: a square of ten 3+ and one of ten 0 give 0, 50 or 100 % in 1/4, 1/2, 1/4. */
  @Test
  void twoUnlikeSquaresTellNothing() {
    ScoreIntervals intervals =
        Bootstrap.of(blocks(new int[] {10, 0, 0, 0}, new int[] {0, 0, 0, 10}), settings(1999));
    assertThat(intervals.positivePercent()).hasValue(new Interval(0, 100));
    assertThat(intervals.hScore()).hasValue(new Interval(0, 300));
    assertThat(intervals.allredTotal()).hasValue(new Interval(0, 8));
    assertThat(intervals.irsTotal()).hasValue(new Interval(0, 12));
  }

  @Test
  void theOrderOfTheCellsChangesNothing() {
    List<double[]> cells = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 60_000; i++) {
      cells.add(
          new double[] {9000 * random.nextDouble(), 9000 * random.nextDouble(), random.nextInt(4)});
    }
    ScoreIntervals once = intervals(cells);
    Collections.shuffle(cells, random);
    assertThat(intervals(cells)).isEqualTo(once);
    assertThat(once.blockMicrons()).hasValue(512);
    // 9,000 um are 17.6 squares of 512 um; memory never held more than 4,096 squares.
    assertThat(once.blocks()).isEqualTo(18 * 18);
  }

  private static ScoreIntervals intervals(List<double[]> cells) {
    ClassBlocks blocks = new ClassBlocks();
    cells.forEach(cell -> blocks.add(cell[0], cell[1], CLASSES[(int) cell[2]]));
    return Bootstrap.of(blocks, ScoreSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource({"400,64", "1000,128", "2000,256", "4000,512"})
  void aSmallAreaIsDrawnInSmallerSquares(double edgeMicrons, int blockMicrons) {
    List<double[]> cells = new ArrayList<>();
    for (double y = 5; y < edgeMicrons; y += 20) {
      for (double x = 5; x < edgeMicrons; x += 20) {
        cells.add(new double[] {x, y, (x + y) % 4});
      }
    }
    assertThat(intervals(cells).blockMicrons()).hasValue(blockMicrons);
  }

  /**
   * Squares of a beta-binomial rate (mean 0.5, intraclass correlation 0.2, 40 cells): the interval
   * must hold the true 50 % about 95 times of 100, where one that ignores the squares (binomial,
   * standard error smaller by sqrt(1 + 39 x 0.2) = 2.97) would in half of them.
   */
  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    Random random = new Random(11);
    int held = 0;
    for (int slide = 0; slide < 300; slide++) {
      int[][] squares = new int[30][];
      for (int i = 0; i < squares.length; i++) {
        double rate = betaOfTwo(random);
        int positive = 0;
        for (int cell = 0; cell < 40; cell++) {
          positive += random.nextDouble() < rate ? 1 : 0;
        }
        squares[i] = new int[] {40 - positive, positive, 0, 0};
      }
      Interval interval =
          Bootstrap.of(blocks(squares), settings(999)).positivePercent().orElseThrow();
      held += interval.low() <= 50 && 50 <= interval.high() ? 1 : 0;
    }
    assertThat(held / 300.0).isBetween(0.91, 0.98);
  }

  /** Beta(2, 2), mean 1/2, intraclass correlation 1/5: the middle of three uniform numbers. */
  private static double betaOfTwo(Random random) {
    double[] three = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    java.util.Arrays.sort(three);
    return three[1];
  }

  @Test
  void whatTheCellsCantTellIsEmpty() {
    assertThat(Bootstrap.of(new ClassBlocks(), ScoreSettings.defaults()))
        .isEqualTo(ScoreIntervals.none());
    ScoreIntervals alike =
        Bootstrap.of(blocks(new int[][] {{4, 0, 0, 0}, {9, 0, 0, 0}}), settings(199));
    assertThat(alike.positivePercent()).isEmpty();
    assertThat(alike.hScore()).isEmpty();
    ScoreIntervals allPositive =
        Bootstrap.of(blocks(new int[][] {{0, 4, 0, 0}, {0, 0, 9, 0}}), settings(199));
    assertThat(allPositive.positivePercent()).isEmpty();
    assertThat(allPositive.hScore()).hasValue(new Interval(100, 200));
    ClassBlocks oneSquare = new ClassBlocks();
    oneSquare.add(3, 3, IntensityClass.NEGATIVE);
    oneSquare.add(5, 3, IntensityClass.STRONG);
    assertThat(Bootstrap.of(oneSquare, ScoreSettings.defaults()).hScore()).isEmpty();
  }

  @Test
  void impossibleSettingsAreNamed() {
    assertThatThrownBy(() -> new IntervalSettings(10, 1, 512, 20))
        .hasMessage("resamples must be 199 to 99999, not 10");
    assertThatThrownBy(() -> new IntervalSettings(999, 1, 500, 20))
        .hasMessage("blockMicrons must be 64, 128, 256, 512 or 1024, not 500");
    assertThatThrownBy(() -> new IntervalSettings(999, 1, 512, 1))
        .hasMessage("leastBlocks must be 2 to 1000, not 1");
  }
}
