package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ranklens.ihc.cell.Artefact;
import org.ranklens.ihc.cell.TissueMask;

/** What was taken out of a slide, as outlines with a legend: nobody shall wonder. */
final class LeftOut {

  private final TissueMask tissue;
  private final Map<Artefact, Long> squares = new EnumMap<>(Artefact.class);

  LeftOut(TissueMask tissue) {
    this.tissue = tissue;
    for (int row = 0; row < tissue.rows(); row++) {
      for (int column = 0; column < tissue.columns(); column++) {
        tissue.artefact(column, row).ifPresent(kind -> squares.merge(kind, 1L, Long::sum));
      }
    }
  }

  boolean isEmpty() {
    return squares.isEmpty();
  }

  /**
   * Draws the outlines.
   *
   * @param scale pixels of the picture per level-0 pixel
   */
  void outlines(Canvas canvas, double scale) {
    for (Artefact kind : squares.keySet()) {
      canvas.outline(outline(kind, scale * tissue.squarePx()), colour(kind), 2.4);
    }
  }

  /** Draws a swatch, the name and the area of each. */
  void legend(Canvas canvas, int x, int baseline, int size, double pixelSizeMicrons) {
    double squareMm = tissue.squarePx() * pixelSizeMicrons / 1000;
    int at = x;
    canvas.text("left out:", at, baseline, size, Canvas.INK);
    at += Canvas.textWidth("left out:", size) + size / 2;
    for (Map.Entry<Artefact, Long> entry : squares.entrySet()) {
      Rectangle2D swatch =
          new Rectangle2D.Double(at + 1, baseline - 0.7 * size, 0.75 * size, 0.65 * size);
      canvas.outline(swatch, colour(entry.getKey()), 2.4);
      at += size + 4;
      double mm2 = entry.getValue() * squareMm * squareMm;
      String text =
          String.format(java.util.Locale.ROOT, "%s %.3f mm²", entry.getKey().words(), mm2);
      canvas.text(text, at, baseline, size, Canvas.INK);
      at += Canvas.textWidth(text, size) + size;
    }
  }

  private Path2D outline(Artefact kind, double edge) {
    Path2D path = new Path2D.Double();
    for (int row = 0; row < tissue.rows(); row++) {
      for (int column = 0; column < tissue.columns(); column++) {
        if (is(kind, column, row)) {
          sides(path, kind, column, row, edge);
        }
      }
    }
    return path;
  }

  private void sides(Path2D path, Artefact kind, int column, int row, double edge) {
    double x = column * edge;
    double y = row * edge;
    if (!is(kind, column, row - 1)) {
      line(path, x, y, x + edge, y);
    }
    if (!is(kind, column, row + 1)) {
      line(path, x, y + edge, x + edge, y + edge);
    }
    if (!is(kind, column - 1, row)) {
      line(path, x, y, x, y + edge);
    }
    if (!is(kind, column + 1, row)) {
      line(path, x + edge, y, x + edge, y + edge);
    }
  }

  private static void line(Path2D path, double x0, double y0, double x1, double y1) {
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
  }

  private boolean is(Artefact kind, int column, int row) {
    return column >= 0
        && row >= 0
        && column < tissue.columns()
        && row < tissue.rows()
        && tissue.artefact(column, row).equals(Optional.of(kind));
  }

  private static Color colour(Artefact kind) {
    return switch (kind) {
      case PEN -> new Color(0x8E24FF);
      case FOLD -> new Color(0x00B8A9);
      case BUBBLE -> new Color(0x2962FF);
      case OUT_OF_FOCUS -> new Color(0xFF4FA3);
      case PIGMENT -> new Color(0x202020);
    };
  }
}
