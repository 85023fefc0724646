package org.ranklens.report.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Takes the first place that is free once it is moved into the picture, if any is. */
  Optional<Rectangle2D> free(List<Rectangle2D> places) {
    for (Rectangle2D place : places) {
      Rectangle2D label = inside(place);
      if (picture.contains(label) && taken.stream().noneMatch(label::intersects)) {
        taken.add(label);
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }

  private Rectangle2D inside(Rectangle2D place) {
    double x = Math.min(place.getX(), picture.getMaxX() - place.getWidth());
    double y = Math.min(place.getY(), picture.getMaxY() - place.getHeight());
    return new Rectangle2D.Double(
        Math.max(picture.getX(), x),
        Math.max(picture.getY(), y),
        place.getWidth(),
        place.getHeight());
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
