package org.ranklens.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells spread evenly over all that came, at most some tens: every n-th, n doubling as they become
 * too many. The same cells whatever thread found them, since cells come in the order of the rows.
 */
final class ExampleCells {

  private static final int MOST = 64;

  /**
   * A cell to show.
   *
   * @param xPx where it lies, in level-0 pixels
   * @param yPx likewise
   * @param offset where its feature begins in {@code cells.geojson}, in bytes
   */
  record Example(double xPx, double yPx, long offset) {}

  private List<Example> kept = new ArrayList<>();
  private long every = 1;
  private long seen;

  void add(double xPx, double yPx, long offset) {
    if (seen % every == 0) {
      kept.add(new Example(xPx, yPx, offset));
      if (kept.size() > MOST) {
        thin();
      }
    }
    seen++;
  }

  private void thin() {
    List<Example> half = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      half.add(kept.get(i));
    }
    kept = half;
    every *= 2;
  }

  /** Returns so many, or all where there are fewer. */
  List<Example> pick(int wanted) {
    if (kept.size() <= wanted) {
      return List.copyOf(kept);
    }
    List<Example> picked = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      picked.add(kept.get((int) ((i + 0.5) * kept.size() / wanted)));
    }
    return picked;
  }
}
