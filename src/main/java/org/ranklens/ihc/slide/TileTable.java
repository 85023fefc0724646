package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the tiles of an image lie in its file. */
final class TileTable {

  private final long[] offsets;
  private final long[] lengths;

  /** The number of the first tile: that of a sample that has tiles of its own. */
  private final int first;

  /** Sorted when it is first asked for: {@code info} reads no tile. */
  private volatile TilesInFile inFile;

  /** How many of them the image has; what its writer counted behind them holds nothing. */
  private final int tiles;

  private TileTable(long[] offsets, long[] lengths, int first, long tiles) {
    this.offsets = offsets;
    this.lengths = lengths;
    this.first = first;
    this.tiles = (int) Math.min(tiles, Math.min(offsets.length, lengths.length));
  }

  /**
   * Reads a table.
   *
   * @param tiles how many tiles the image has
   * @param spare how many more its writer may have counted though they hold nothing of it
   */
  static TileTable of(TiffFile file, TiffDirectory tags, boolean tiled, long tiles, long spare)
      throws IOException {
    boolean own = tiled && tags.has(TiffTag.TILE_OFFSETS);
    long[] offsets = tags.longs(own ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS);
    boolean ownLengths = tiled && tags.has(TiffTag.TILE_BYTE_COUNTS);
    long[] lengths = tags.longs(ownLengths ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS);
    TileTable table = new TileTable(offsets, lengths, 0, tiles);
    if (offsets.length == 0 || lengths.length == 0) {
      throw file.broken(
          "an image has no list of where its tiles lie, or of their lengths (tags 324 and 325, or"
              + " 273 and 279)");
    }
    int fewer = Math.min(offsets.length, lengths.length);
    boolean more = fewer >= tiles && fewer - tiles != spare && !table.empty(tiles, fewer);
    if (fewer < tiles || more) {
      int other = offsets.length == tiles ? lengths.length : offsets.length;
      throw file.broken("an image of " + tiles + " tiles lists " + other);
    }
    return table;
  }

  /**
   * Checks that a tile shares no bytes with another of the list, but for identical ones: a writer
   * may keep equal tiles once, and count some bytes too many.
   *
   * @param end of the file; what reaches beyond it is told otherwise
   */
  private void checkApart(int tile, long end) throws IOException {
    int index = first + tile;
    if (index < lengths.length && inFile().shares(offsets[index], lengths[index], end)) {
      throw new IOException("it shares bytes with another tile");
    }
  }

  private TilesInFile inFile() {
    TilesInFile known = inFile;
    if (known == null) {
      known = TilesInFile.of(Arrays.copyOf(offsets, tiles), Arrays.copyOf(lengths, tiles));
      inFile = known;
    }
    return known;
  }

  /**
   * Returns the bytes of a tile.
   *
   * @throws IOException where they can't be there; the message says how, not where
   */
  TileBytes bytes(TiffFile file, int tile, boolean mirrored) throws IOException {
    long bytes = length(tile);
    if (bytes < 1 || bytes > file.size()) {
      throw new IOException("it claims " + bytes + " bytes");
    }
    checkApart(tile, file.size());
    long offset = offset(tile);
    if (offset < 0 || offset > file.size() - bytes) {
      throw new IOException(
          "its %s bytes at byte %s lie past the end of the file"
              .formatted(bytes, Long.toUnsignedString(offset)));
    }
    return new TileBytes(file, offset, bytes, mirrored);
  }

  private boolean empty(long from, int to) {
    for (int i = (int) from; i < to; i++) {
      if (offsets[i] != 0 && lengths[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the table of the tiles from one on. */
  TileTable from(int tile) {
    return new TileTable(offsets, lengths, first + tile, tiles);
  }

  int count() {
    return offsets.length - first;
  }

  long offset(int tile) {
    return offsets[first + tile];
  }

  long length(int tile) {
    return lengths[first + tile];
  }

  /** Returns whether a tile was never written, as libtiff and GDAL have it. */
  boolean sparse(int tile) {
    return offset(tile) == 0 && length(tile) == 0;
  }

  /**
   * Returns whether there is no tile.
   *
   * @param leavesOut whether the scanner leaves tiles out by a length of zero, wherever they are
   *     said to lie
   */
  boolean missing(int tile, boolean leavesOut) {
    return sparse(tile) || (leavesOut && length(tile) == 0);
  }

  /** Returns how many of some tiles were never written. */
  long missingOf(int[] tiles, boolean leavesOut) {
    return IntStream.of(tiles).filter(tile -> missing(tile, leavesOut)).count();
  }

  /** Cuts whole strips of uncompressed rows into bands, as far as the strips reach. */
  TileTable bands(TiffFile file, int strips, long height, long bandHeight, long rowBytes)
      throws IOException {
    for (int i = 0; i < strips; i++) {
      if (lengths[i] - height * rowBytes >= rowBytes) {
        throw file.broken(
            "its strip holds %s bytes, its pixels need %s"
                .formatted(lengths[i], height * rowBytes));
      }
    }
    int bands = Math.toIntExact((height + bandHeight - 1) / bandHeight);
    long[] starts = new long[strips * bands];
    long[] sizes = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      long before = i % bands * bandHeight;
      long rows = Math.min(bandHeight, height - before);
      long left = lengths[i / bands] - before * rowBytes;
      starts[i] = offsets[i / bands] + before * rowBytes;
      sizes[i] = Math.max(0, Math.min(rows * rowBytes, left));
    }
    return new TileTable(starts, sizes, 0, starts.length);
  }
}
