package org.ranklens.report.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Places for labels beside what they name: over nothing else that is marked or labelled. */
final class LabelPlaces {

  private static final int CLEAR = 3;

  private final Rectangle2D picture;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** Where a label stands, seen from what it names. */
  enum Side {
    RIGHT,
    LEFT,
    BELOW,
    ABOVE
  }

  LabelPlaces(Rectangle2D picture) {
    this.picture = picture;
  }

  /** Keeps labels off a part of the picture. */
  void take(Rectangle2D part) {
    taken.add(part);
  }

  /** Takes the first side on which a label is free and within the picture, else the very first. */
  Rectangle2D place(Rectangle2D named, int width, int height, List<Side> sides) {
    Rectangle2D found = beside(named, width, height, sides.get(0));
    for (Side side : sides) {
      Rectangle2D label = beside(named, width, height, side);
      if (picture.contains(label) && taken.stream().noneMatch(label::intersects)) {
        found = label;
        break;
      }
    }
    taken.add(found);
    return found;
  }

  private static Rectangle2D beside(Rectangle2D named, int width, int height, Side side) {
    double x = named.getCenterX() - width / 2.0;
    double y = named.getCenterY() - height / 2.0;
    return switch (side) {
      case RIGHT -> new Rectangle2D.Double(named.getMaxX() + CLEAR, y, width, height);
      case LEFT -> new Rectangle2D.Double(named.getMinX() - CLEAR - width, y, width, height);
      case BELOW -> new Rectangle2D.Double(x, named.getMaxY() + CLEAR, width, height);
      case ABOVE -> new Rectangle2D.Double(x, named.getMinY() - CLEAR - height, width, height);
    };
  }
}
