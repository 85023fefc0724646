package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What slides share that are read tile by tile: memory for each thread that reads, and the tiles
 * that can't be decoded, which fail a region or are left out.
 */
final class TileReading {

  private static final byte WHITE = (byte) 0xff;

  /** Draws a region. */
  @FunctionalInterface
  interface Drawing {
    void draw(RgbImage target, JpegMemory memory) throws IOException;
  }

  private final String file;
  private final boolean skipBadTiles;
  private final Set<String> bad = new ConcurrentSkipListSet<>();

  /** Memory of threads that read: as many as read at once. */
  private final Queue<JpegMemory> idle = new ConcurrentLinkedQueue<>();

  private final DecodedTiles kept;

  /**
   * Has read nothing yet.
   *
   * @param file as messages name it
   */
  TileReading(String file, SlideOptions options) {
    this.file = file;
    this.skipBadTiles = options.skipBadTiles();
    this.kept = options.keepTiles() ? DecodedTiles.withinMemory() : new DecodedTiles(0);
  }

  /**
   * Reads a region.
   *
   * @param target of any pixels, which are drawn over
   * @param gaps whether there may be pixels that nothing is drawn on: they are white
   */
  RgbImage read(RgbImage target, boolean gaps, Drawing drawing) throws IOException {
    if (gaps) {
      Arrays.fill(target.rgb(), 0, RgbImage.bytes(target.width(), target.height()), WHITE);
    }
    JpegMemory memory = Optional.ofNullable(idle.poll()).orElseGet(() -> new JpegMemory(kept));
    drawing.draw(target, memory);
    idle.add(memory);
    return target;
  }

  /**
   * Notes a tile that can't be decoded.
   *
   * @throws CorruptTileException where such a tile is not to be left out
   */
  void leaveOut(int level, int column, int row, IOException why) throws CorruptTileException {
    if (!skipBadTiles) {
      throw new CorruptTileException(file, level, column, row, why);
    }
    bad.add(String.format(Locale.ROOT, "level %d row %d column %d", level, row, column));
  }

  List<String> leftOut() {
    return List.copyOf(bad);
  }
}
