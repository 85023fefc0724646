package org.ranklens.ihc.slide;

import java.io.IOException;
import org.ranklens.PlainText;

/**
 * The joints of a Ventana slide's tiles. Tiles of an area are numbered from 1, from its lower left
 * corner, to the right in its lowest row, to the left in the next, and so on to the top.
 */
final class BifJoints {

  private final TiffDirectory tags;
  private final BifOverlap across = new BifOverlap();
  private final BifOverlap down = new BifOverlap();
  private boolean ofDp200;

  /** Joints of a slide without any so far; the tags are for messages. */
  BifJoints(TiffDirectory tags) {
    this.tags = tags;
  }

  /** Adds a joint of an area of so many tiles, if the scanner joined them by it. */
  void add(BifElement joint, int columns, int rows) throws IOException {
    if (joint.has("FlagJoined") && joint.whole("FlagJoined") == 0) {
      return;
    }
    String direction = joint.text("Direction");
    boolean horizontal =
        switch (direction) {
          case "LEFT", "RIGHT" -> true;
          case "UP", "DOWN" -> false;
          default ->
              throw BifXml.unplaceable(
                  tags,
                  "its %s has the Direction %s, which is none of LEFT, RIGHT, UP and DOWN"
                      .formatted(joint.name(), PlainText.quoted(direction)));
        };
    ofDp200 = ofDp200 || direction.equals("LEFT") || direction.equals("DOWN");
    checkNeighbours(joint, columns, rows, horizontal);
    double confidence = joint.number("Confidence");
    if (!(confidence >= 0 && confidence <= 100)) {
      throw BifXml.unplaceable(
          tags, "its %s has a Confidence of %s of 100".formatted(joint.name(), confidence));
    }
    if (horizontal) {
      across.add(joint.number("OverlapX"), confidence);
    } else {
      down.add(joint.number("OverlapY"), confidence);
    }
  }

  /** Some scanners begin the pair with its left or upper tile, others with the other. */
  private void checkNeighbours(BifElement joint, int columns, int rows, boolean horizontal)
      throws IOException {
    int[] one = tile(joint, "Tile1", columns, rows);
    int[] other = tile(joint, "Tile2", columns, rows);
    int apart = Math.abs(one[0] - other[0]);
    int above = Math.abs(one[1] - other[1]);
    if (apart != (horizontal ? 1 : 0) || above != (horizontal ? 0 : 1)) {
      throw BifXml.unplaceable(
          tags,
          "its %s joins %s the tiles %s and %s, which are not neighbours so (Tile1, Tile2)"
              .formatted(
                  joint.name(), joint.text("Direction"), joint.text("Tile1"), joint.text("Tile2")));
    }
  }

  /** Returns column and row of a tile in its area, the row from the bottom. */
  private int[] tile(BifElement joint, String attribute, int columns, int rows) throws IOException {
    long number = joint.whole(attribute) - 1;
    long tiles = (long) columns * rows;
    if (number < 0 || number >= tiles) {
      throw BifXml.unplaceable(
          tags,
          "its %s speaks of tile %s of %s (%s)"
              .formatted(joint.name(), number + 1, tiles, attribute));
    }
    int row = (int) (number / columns);
    int along = (int) (number % columns);
    return new int[] {row % 2 == 0 ? along : columns - 1 - along, row};
  }

  /** Returns the overlaps from left to right. */
  BifOverlap across() {
    return across;
  }

  /** Returns the overlaps from top to bottom. */
  BifOverlap down() {
    return down;
  }

  /** Returns whether there are directions that OpenSlide does not read: those of newer scanners. */
  boolean ofDp200() {
    return ofDp200;
  }
}
