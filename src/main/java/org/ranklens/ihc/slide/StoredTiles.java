package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The tiles of a level that Bio-Formats shows, tried out by our decoders before: Bio-Formats' show
 * grey or garbage in the place of damaged ones, and tell nobody. A tile is tried once.
 */
final class StoredTiles {

  /** Decodes a tile. */
  @FunctionalInterface
  interface Trial {
    /**
     * Decodes one and forgets it.
     *
     * @throws IOException where it is damaged; the message says how, not where
     */
    void decode(int tile, JpegMemory memory) throws IOException;
  }

  private final int tileWidth;
  private final int tileHeight;
  private final int across;
  private final int down;
  private final Trial trial;
  private final BitSet sound = new BitSet();

  /**
   * Has tried none.
   *
   * @param width of the level
   * @param height of the level
   */
  StoredTiles(int width, int height, int tileWidth, int tileHeight, Trial trial) {
    this.tileWidth = tileWidth;
    this.tileHeight = tileHeight;
    this.across = (width + tileWidth - 1) / tileWidth;
    this.down = (height + tileHeight - 1) / tileHeight;
    this.trial = trial;
  }

  /** Tiles of a size, of which nothing can be told before Bio-Formats reads them. */
  static StoredTiles untried(Level level, int tileWidth, int tileHeight) {
    return new StoredTiles(
        level.width(), level.height(), tileWidth, tileHeight, (tile, memory) -> {});
  }

  /** A tile, and the part of it that a region needs. */
  record Part(int column, int row, Region part) {}

  /** Returns the tiles that a region needs. */
  List<Part> of(Region region) {
    List<Part> parts = new ArrayList<>();
    int right = region.x() + region.width();
    int bottom = region.y() + region.height();
    for (int row = region.y() / tileHeight; row < down && row * tileHeight < bottom; row++) {
      int top = Math.max(region.y(), row * tileHeight);
      int high = (int) Math.min(bottom, (row + 1L) * tileHeight) - top;
      for (int column = region.x() / tileWidth;
          column < across && column * tileWidth < right;
          column++) {
        int left = Math.max(region.x(), column * tileWidth);
        int wide = (int) Math.min(right, (column + 1L) * tileWidth) - left;
        parts.add(new Part(column, row, new Region(region.level(), left, top, wide, high)));
      }
    }
    return parts;
  }

  /** Tries a tile out; returns why it can't be decoded, empty where it can. */
  Optional<IOException> trouble(Part part, JpegMemory memory) {
    int tile = part.row() * across + part.column();
    synchronized (sound) {
      if (sound.get(tile)) {
        return Optional.empty();
      }
    }
    try {
      trial.decode(tile, memory);
    } catch (OtherStreamException e) {
      // A kind that our decoders don't know, such as lossless JPEG, is no damage.
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
    synchronized (sound) {
      sound.set(tile);
    }
    return Optional.empty();
  }
}
