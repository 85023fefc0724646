package org.ranklens.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.cell.Cell;
import org.ranklens.ihc.cell.Outline;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.score.IntensityClass;
import org.ranklens.ihc.slide.Level;

class CellSketchTest {

  private static final Level FULL = new Level(0, 100_000, 60_000, 1);
  private static final List<IntensityClass> CLASSES = List.of(IntensityClass.values());
  private static final Outline OUTLINE = new Outline(new float[3], new float[3]);

  @Test
  void tenMillionCellsTakeNoMoreThanTheDotsOfAPicture() {
    CellSketch sketch = new CellSketch(FULL);
    long before = used();
    Random chance = new Random(1);
    int cells = 10_000_000;
    for (int i = 0; i < cells; i++) {
      double y = FULL.height() * (double) i / cells;
      sketch.add(cell(chance.nextInt(FULL.width()), y, i), 2_000L * i);
    }

    assertThat(sketch.cells()).isEqualTo(cells);
    // 2 x 2 bits a pixel of 1400 x 840, ten kinds of cells: 5.9 MB; an index of 25 bytes a cell
    // would take 250 MB.
    assertThat(used() - before).isLessThan(16_000_000);
  }

  @Test
  void dotsAreTheSameInWhateverOrderTheCellsCome() {
    List<double[]> places = new ArrayList<>();
    Random chance = new Random(2);
    for (int i = 0; i < 1000; i++) {
      places.add(new double[] {chance.nextInt(FULL.width()), chance.nextInt(FULL.height())});
    }
    List<Point2D> first = dots(places);
    Collections.shuffle(places, chance);

    assertThat(dots(places)).isEqualTo(first);
    // Two may share a place.
    assertThat(first).hasSizeBetween(990, 1000);
    assertThat(first).anyMatch(dot -> dot.getX() > 1300).anyMatch(dot -> dot.getY() > 780);
  }

  @Test
  void aDotIsNeverFurtherThanHalfAPixelFromItsCell() {
    double[] place = {71_234.5, 31_111.25};
    Point2D dot = dots(List.of(place)).get(0);

    // 1400 pixels for 100,000.
    assertThat(dot.distance(0.014 * place[0], 0.014 * place[1])).isLessThan(0.5);
  }

  @Test
  void examplesAreSpreadOverAllThatCame() {
    EvenSample<ExampleCell> examples = new EvenSample<>(64);
    for (int i = 0; i < 100_000; i++) {
      examples.add(new ExampleCell(0, i, i));
    }

    assertThat(examples.pick(6))
        .hasSize(6)
        .allSatisfy(example -> assertThat(example.offset()).isEqualTo((long) example.yPx()));
    for (int i = 0; i < 6; i++) {
      double even = (i + 0.5) * 100_000 / 6;
      assertThat(examples.pick(6).get(i).yPx()).isBetween(even - 4_000, even + 4_000);
    }
  }

  @Test
  void aFewExamplesAreAllShown() {
    EvenSample<ExampleCell> examples = new EvenSample<>(64);
    for (int i = 0; i < 5; i++) {
      examples.add(new ExampleCell(i, i, i));
    }

    assertThat(examples.pick(6)).extracting(ExampleCell::offset).hasSize(5).isSorted();
  }

  private static List<Point2D> dots(List<double[]> places) {
    CellDots dots = new CellDots(OverviewScale.of(FULL));
    places.forEach(place -> dots.add(place[0], place[1], ClassColour.WEAK, false));
    List<Point2D> found = new ArrayList<>();
    dots.forEach(ClassColour.WEAK, false, found::add);
    return found;
  }

  private static ScoredCell cell(double xPx, double yPx, int i) {
    Population population = i % 50 == 0 ? Population.MULTINUCLEATED : Population.MONONUCLEAR;
    Optional<IntensityClass> found =
        i % 7 == 0 ? Optional.empty() : Optional.of(CLASSES.get(i % 4));
    Cell cell =
        new Cell(population, xPx, yPx, 1, 60, 120, 180, 0.02, Optional.empty(), OUTLINE, List.of());
    return new ScoredCell(i, "", cell, found);
  }

  /** Bytes of the heap in use after collecting; the least of some tries. */
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
