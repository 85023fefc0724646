package org.ranklens.report.figure;

import java.util.EnumMap;
import java.util.Map;
import org.ranklens.ihc.ScoredCell;
import org.ranklens.ihc.cell.Population;
import org.ranklens.ihc.slide.Level;

/**
 * What the figures need of the cells, in bounded memory; outlines stay in {@code cells.geojson} and
 * are read again for the few cells that are shown.
 */
public final class CellSketch {

  private static final int MOST_EXAMPLES = 64;

  private final OverviewScale scale;
  private final CellDots dots;
  private final Map<ClassColour, EvenSample<ExampleCell>> mononuclear =
      new EnumMap<>(ClassColour.class);
  private final Map<ClassColour, EvenSample<ExampleCell>> giant = new EnumMap<>(ClassColour.class);
  private long cells;

  /**
   * Begins the sketch of a slide.
   *
   * @param full its level 0
   */
  public CellSketch(Level full) {
    scale = OverviewScale.of(full);
    dots = new CellDots(scale);
    for (ClassColour colour : ClassColour.values()) {
      mononuclear.put(colour, new EvenSample<>(MOST_EXAMPLES));
      giant.put(colour, new EvenSample<>(MOST_EXAMPLES));
    }
  }

  /** Adds a cell whose feature begins at {@code offset}. */
  public void add(ScoredCell scored, long offset) {
    double x = scored.cell().xPx();
    double y = scored.cell().yPx();
    ClassColour colour = ClassColour.of(scored.intensityClass());
    boolean isGiant = scored.cell().population() == Population.MULTINUCLEATED;
    dots.add(x, y, colour, isGiant);
    examples(colour, isGiant).add(new ExampleCell(x, y, offset));
    cells++;
  }

  /** Returns the number of cells. */
  public long cells() {
    return cells;
  }

  OverviewScale scale() {
    return scale;
  }

  CellDots dots() {
    return dots;
  }

  EvenSample<ExampleCell> examples(ClassColour colour, boolean isGiant) {
    return (isGiant ? giant : mononuclear).get(colour);
  }
}
