package org.ranklens.report.figure;

import java.awt.geom.Ellipse2D;

/** The strip of class colours below a picture. */
final class Legend {

  private static final int SIZE = 17;

  private Legend() {}

  /** Draws the classes from x on and returns where the next may begin. */
  static int classes(Canvas canvas, int x, int baseline) {
    int at = x;
    for (ClassColour colour : ClassColour.values()) {
      Ellipse2D dot = new Ellipse2D.Double(at, baseline - 13, 13, 13);
      canvas.fill(dot, colour.awt());
      canvas.stroke(dot, Canvas.INK, 1);
      at += 19;
      canvas.text(colour.label(), at, baseline, SIZE, Canvas.INK);
      at += Canvas.textWidth(colour.label(), SIZE) + 20;
    }
    return at;
  }
}
