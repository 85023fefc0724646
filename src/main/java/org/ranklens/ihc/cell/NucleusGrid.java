package org.ranklens.ihc.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the nuclei near a nucleus without looking at all of them. */
final class NucleusGrid {

  private final Nuclei nuclei;
  private final double edge;
  private final Map<Long, int[]> squares = new HashMap<>();

  NucleusGrid(Nuclei nuclei, double reachPixels) {
    this.nuclei = nuclei;
    this.edge = reachPixels;
    for (int i = 0; i < nuclei.count(); i++) {
      int added = i;
      squares.merge(
          key(column(i), row(i)),
          new int[] {i},
          (old, one) -> IntStream.concat(IntStream.of(old), IntStream.of(added)).toArray());
    }
  }

  /** Returns all others that may be within reach, in rising order. */
  int[] near(int index) {
    IntStream near = IntStream.empty();
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int[] square = squares.get(key(column(index) + dx, row(index) + dy));
        if (square != null) {
          near = IntStream.concat(near, IntStream.of(square));
        }
      }
    }
    return near.filter(other -> other != index).sorted().toArray();
  }

  private int column(int index) {
    return (int) (nuclei.shape(index).x() / edge);
  }

  private int row(int index) {
    return (int) (nuclei.shape(index).y() / edge);
  }

  private static long key(int column, int row) {
    return ((long) row << 32) + column;
  }
}
