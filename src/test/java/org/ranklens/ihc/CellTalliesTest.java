package org.ranklens.ihc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.Outline;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.slide.Level;

/** What is kept of the cells of a slide for its scores. */
class CellTalliesTest {

  /** 30 x 25 mm. */
  private static final Level FULL = new Level(0, 120_000, 100_000, 1);

  private static final double PIXEL_MICRONS = 0.25;
  private static final int CELLS = 5_000_000;
  private static final Outline OUTLINE = new Outline(new float[3], new float[3]);

  @Test
  void scoresAndTheFieldToShowTakeLittleMemoryWhateverTheNumberOfCells() {
    RegionTally tally = RegionTally.wholeSlide();
    ShowFieldChoice field = new ShowFieldChoice(Population.ALL, FULL, PIXEL_MICRONS);
    List<IntensityClass> classes = List.of(IntensityClass.values());
    Random chance = new Random(3);
    long before = used();
    for (int i = 0; i < CELLS; i++) {
      Population population = i % 50 == 0 ? Population.MULTINUCLEATED : Population.MONONUCLEAR;
      Cell cell =
          new Cell(
              population,
              chance.nextInt(FULL.width()),
              FULL.height() * (double) i / CELLS,
              1 + i % 9,
              60,
              120,
              180,
              0.02,
              Optional.empty(),
              OUTLINE,
              List.of());
      ScoredCell scored = new ScoredCell(i, "", cell, Optional.of(classes.get(i % 4)));
      tally.add(scored, PIXEL_MICRONS, false);
      field.add(scored);
    }

    // Squares of the intervals: 4,096 for each of three populations; 75,000 squares of 8 bytes for
    // the field.
    assertThat(used() - before).isLessThan(6_000_000);
    assertThat(field.best()).isPresent();
  }

  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
