package org.ranklens.ihc.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cells per class and square of the slide. The grid begins at the slide's corner and knows nothing
 * of the tiles it is worked through in.
 *
 * <p>Squares begin at 64 um. Where more than 4,096 of them hold cells, all are joined to squares
 * twice as wide, so memory stays bounded; the grid at the end does not depend on the cells' order.
 */
public final class ClassBlocks {

  private static final int MOST_BLOCKS = 4096;
  private static final int MOST_COLUMNS = 1 << 20;

  private int edgeMicrons = IntervalSettings.SMALLEST_MICRONS;
  private Map<Long, ClassCounts> blocks = new HashMap<>();

  /** Adds a cell that lies there, in micrometres from the slide's upper left corner. */
  public void add(double xMicrons, double yMicrons, IntensityClass added) {
    long column = (long) Math.floor(xMicrons / edgeMicrons);
    long row = (long) Math.floor(yMicrons / edgeMicrons);
    blocks.merge(key(column, row), ClassCounts.none().plus(added), ClassCounts::plus);
    if (blocks.size() > MOST_BLOCKS) {
      edgeMicrons *= 2;
      blocks = joined(blocks);
    }
  }

  /** Returns the cells of all squares together. */
  public ClassCounts total() {
    return blocks.values().stream().reduce(ClassCounts.none(), ClassCounts::plus);
  }

  /** Returns the widest squares up to a width of which enough hold cells. */
  Grid grid(IntervalSettings settings) {
    Map<Long, ClassCounts> finest = new TreeMap<>(blocks);
    int edge = edgeMicrons;
    while (edge < settings.blockMicrons()) {
      Map<Long, ClassCounts> wider = new TreeMap<>(joined(finest));
      if (wider.size() < settings.leastBlocks()) {
        break;
      }
      finest = wider;
      edge *= 2;
    }
    return new Grid(edge, List.copyOf(finest.values()));
  }

  /** Squares of one width that hold cells, from the upper left to the lower right. */
  record Grid(int edgeMicrons, List<ClassCounts> blocks) {}

  private static Map<Long, ClassCounts> joined(Map<Long, ClassCounts> narrow) {
    Map<Long, ClassCounts> wide = new HashMap<>();
    narrow.forEach(
        (key, counts) -> {
          long column = Math.floorMod(key, (long) MOST_COLUMNS);
          long row = Math.floorDiv(key, (long) MOST_COLUMNS);
          wide.merge(key(column / 2, Math.floorDiv(row, 2L)), counts, ClassCounts::plus);
        });
    return wide;
  }

  private static long key(long column, long row) {
    return row * MOST_COLUMNS + Math.max(0, Math.min(MOST_COLUMNS - 1, column));
  }
}
