package org.ranklens.report.figure;

import java.awt.geom.Ellipse2D;

/** The strip of class colours below a picture. */
final class Legend {

  private Legend() {}

  /** Draws the classes from x on and returns where the next may begin. */
  static int classes(Canvas canvas, int x, int baseline, int size) {
    int at = x;
    for (ClassColour colour : ClassColour.values()) {
      Ellipse2D dot = new Ellipse2D.Double(at, baseline - 0.75 * size, 0.75 * size, 0.75 * size);
      canvas.fill(dot, colour.awt());
      canvas.stroke(dot, Canvas.INK, 1);
      at += size + 2;
      canvas.text(colour.label(), at, baseline, size, Canvas.INK);
      at += Canvas.textWidth(colour.label(), size) + size;
    }
    return at;
  }
}
