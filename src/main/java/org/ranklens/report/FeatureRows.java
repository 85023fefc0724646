package org.ranklens.report;

import org.ranklens.report.figure.EvenSample;

/**
 * Where the rows of a slide begin in {@code cells.geojson}. Cells come from the upper edge down;
 * every n-th is remembered.
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

  private final EvenSample<Start> starts = new EvenSample<>(MOST);

  /**
   * Adds a cell.
   *
   * @param offset where its feature begins
   */
  void add(double yPx, long offset) {
    starts.add(new Start(yPx, offset));
  }

  /** Returns the part that holds all cells between two rows, and some more. */
  Span between(double topPx, double bottomPx) {
    long from = starts.kept().isEmpty() ? 0 : starts.kept().get(0).offset();
    for (Start start : starts.kept()) {
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
