package org.ranklens.ihc.slide;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tiles of a slide that were decoded last, for those that read beside them or read the same
 * again: nuclei, cytoplasm and stains are looked at one after the other, each with a margin. Safe
 * for several threads.
 */
final class DecodedTiles {

  /**
   * A small slide as a whole (4,500 x 4,500 pixels); of a large one some rows of a tile's width.
   */
  private static final long MOST_BYTES = 64L << 20;

  /** Of the memory there is no more than this is taken. */
  private static final int SHARE_OF_MEMORY = 16;

  /** A tile that takes more of the room than this is not kept. */
  private static final int LEAST_TILES = 16;

  private record Place(Object level, int index) {}

  private final long mostBytes;
  private final Map<Place, RgbImage> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Keeps nothing beyond so many bytes. */
  DecodedTiles(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Keeps as many as the process has room for. */
  static DecodedTiles withinMemory() {
    return new DecodedTiles(
        Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY));
  }

  /**
   * Returns a tile, empty where it has to be decoded.
   *
   * @param level what stands for the image that the tile is of
   */
  synchronized Optional<RgbImage> get(Object level, int index) {
    return Optional.ofNullable(kept.get(new Place(level, index)));
  }

  /** Keeps a copy of a tile; the longest unasked ones go. */
  void keep(Object level, int index, TilePixels tile) {
    if (RgbImage.bytes(tile.width(), tile.height()) > mostBytes / LEAST_TILES) {
      return;
    }
    RgbImage copy = RgbImage.blank(tile.width(), tile.height());
    tile.copyTo(0, 0, copy, 0, 0, tile.width(), tile.height());
    put(new Place(level, index), copy);
  }

  private synchronized void put(Place place, RgbImage tile) {
    RgbImage before = kept.put(place, tile);
    bytes += tile.rgb().length - (before == null ? 0 : before.rgb().length);
    var oldest = kept.values().iterator();
    while (bytes > mostBytes) {
      bytes -= oldest.next().rgb().length;
      oldest.remove();
    }
  }
}
