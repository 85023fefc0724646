package org.ranklens.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows of a slide begin in {@code cells.geojson}. Cells come from the upper edge down;
 * every n-th is remembered, n doubling as they become too many.
 */
final class FeatureRows {

  private static final int MOST = 8192;

  /**
   * A part of the file, in bytes.
   *
   * @param from where a feature begins
   * @param to where one begins, or the end
   */
  record Span(long from, long to) {}

  private record Start(double yPx, long offset) {}

  private List<Start> starts = new ArrayList<>();
  private long every = 1;
  private long seen;

  /**
   * Adds a cell.
   *
   * @param offset where its feature begins
   */
  void add(double yPx, long offset) {
    if (seen % every == 0) {
      starts.add(new Start(yPx, offset));
      if (starts.size() > MOST) {
        thin();
      }
    }
    seen++;
  }

  private void thin() {
    List<Start> half = new ArrayList<>();
    for (int i = 0; i < starts.size(); i += 2) {
      half.add(starts.get(i));
    }
    starts = half;
    every *= 2;
  }

  /** Returns the part that holds all cells between two rows, and some more. */
  Span between(double topPx, double bottomPx) {
    long from = starts.isEmpty() ? 0 : starts.get(0).offset();
    for (Start start : starts) {
      if (start.yPx() > bottomPx) {
        return new Span(from, start.offset());
      }
      if (start.yPx() < topPx) {
        from = start.offset();
      }
    }
    return new Span(from, Long.MAX_VALUE);
  }
}
