package org.ranklens.report.figure;

import java.awt.geom.Point2D;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where the picture of the whole slide has cells, to half a pixel of it: a bit per place and class,
 * ten megabytes at most, whatever the number of cells and their order.
 */
final class CellDots {

  private static final int PER_PIXEL = 2;

  private final OverviewScale scale;
  private final int columns;
  private final int rows;
  private final Map<ClassColour, BitSet> mononuclear = new EnumMap<>(ClassColour.class);
  private final Map<ClassColour, BitSet> giant = new EnumMap<>(ClassColour.class);

  CellDots(OverviewScale scale) {
    this.scale = scale;
    columns = PER_PIXEL * scale.width();
    rows = PER_PIXEL * scale.height();
    for (ClassColour colour : ClassColour.values()) {
      mononuclear.put(colour, new BitSet());
      giant.put(colour, new BitSet());
    }
  }

  /** Adds a cell that lies there, in level-0 pixels. */
  void add(double xPx, double yPx, ClassColour colour, boolean isGiant) {
    int column = place(xPx, columns);
    int row = place(yPx, rows);
    (isGiant ? giant : mononuclear).get(colour).set(row * columns + column);
  }

  private int place(double px, int places) {
    return (int) Math.max(0, Math.min(places - 1, px * scale.perPixel() * PER_PIXEL));
  }

  /** Hands on the places of a class, in pixels of the picture, row by row. */
  void forEach(ClassColour colour, boolean isGiant, Consumer<Point2D> taker) {
    (isGiant ? giant : mononuclear)
        .get(colour).stream()
            .mapToObj(bit -> new Point2D.Double(middle(bit % columns), middle(bit / columns)))
            .forEach(taker);
  }

  private static double middle(int place) {
    return (place + 0.5) / PER_PIXEL;
  }
}
