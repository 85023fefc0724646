package org.ranklens.report.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The names of regions on a slide's picture: each within the picture and over no other. Where the
 * regions are so crowded that no place at one is free, its outline goes without a name.
 */
final class RegionNames {

  private static final int LETTERS = 16;
  private static final int ASCENT = 16;
  private static final int HEIGHT = 21;
  private static final int CLEAR = 2;
  private static final String CUT = "...";

  private final Rectangle2D picture;
  private final LabelPlaces places;

  RegionNames(int width, int height) {
    picture = new Rectangle2D.Double(1, 1, width - 2.0, height - 2.0);
    places = new LabelPlaces(picture);
  }

  /** Draws the name of a region at its box. */
  void draw(Canvas canvas, String name, Rectangle2D box) {
    String text = fitting(name);
    place(text, box)
        .forEach(
            label ->
                canvas.haloed(
                    text,
                    (int) label.getX() + 2,
                    (int) label.getY() + ASCENT,
                    LETTERS,
                    Color.WHITE));
  }

  /** Returns the name, its end cut where it is wider than the picture. */
  String fitting(String name) {
    String text = name;
    int[] letters = name.codePoints().toArray();
    for (int n = letters.length - 1; n >= 0 && width(text) > picture.getWidth(); n--) {
      text = new String(letters, 0, n).strip() + CUT;
    }
    return text;
  }

  /** Returns where a name stands, or nothing: in the corners of the box, or else beside it. */
  List<Rectangle2D> place(String text, Rectangle2D box) {
    double wide = width(text);
    double left = box.getMinX() + CLEAR;
    double right = box.getMaxX() - CLEAR - wide;
    double top = box.getMinY() + CLEAR;
    double bottom = box.getMaxY() - CLEAR - HEIGHT;
    double above = box.getMinY() - HEIGHT;
    double below = box.getMaxY();
    return places
        .free(
            List.of(
                label(left, top, wide),
                label(left, bottom, wide),
                label(right, top, wide),
                label(right, bottom, wide),
                label(left, above, wide),
                label(left, below, wide),
                label(right, above, wide),
                label(right, below, wide),
                label(left, top + HEIGHT, wide)))
        .stream()
        .toList();
  }

  private static Rectangle2D label(double x, double y, double wide) {
    return new Rectangle2D.Double(x, y, wide, HEIGHT);
  }

  private static int width(String text) {
    return Canvas.boldWidth(text, LETTERS) + 8;
  }
}
