package org.ranklens.ihc.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Where the photographs of a MIRAX slide lie: the scanner takes them on a grid, overlapping, and
 * records the place of each. Places are in pixels of images of the finest cut.
 */
final class MiraxPhotos {

  /** A record of the file: a byte of flags, x and y. */
  private static final int RECORD_BYTES = 9;

  private static final int KNOWN_FLAGS = 1;

  private final int columns;
  private final int rows;
  private final int[] x;
  private final int[] y;
  private final BitSet taken = new BitSet();
  private final Bounds acrossColumns;
  private final Bounds downRows;
  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right = Integer.MIN_VALUE;
  private int bottom = Integer.MIN_VALUE;

  private MiraxPhotos(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    x = new int[columns * rows];
    y = new int[columns * rows];
    acrossColumns = new Bounds(columns);
    downRows = new Bounds(rows);
  }

  static MiraxPhotos read(MiraxScan scan, MiraxIndex index, MiraxData data) throws IOException {
    MiraxZoom full = scan.zooms().get(0);
    MiraxPhotos photos =
        new MiraxPhotos(scan.columns() / full.divisions(), scan.rows() / full.divisions());
    if (photos.x.length == 0) {
      throw index.broken("the slide has fewer images than a photograph is cut into");
    }
    if (scan.places().isPresent()) {
      byte[] bytes = placesOf(scan.places().get(), RECORD_BYTES * photos.x.length, index, data);
      photos.readPlaces(bytes, full.concat(), index);
    } else {
      photos.placeEvenly(
          full.width() * full.divisions() - scan.overlapX(),
          full.height() * full.divisions() - scan.overlapY());
    }
    return photos;
  }

  private static byte[] placesOf(
      MiraxScan.Places places, int length, MiraxIndex index, MiraxData data) throws IOException {
    MiraxExtent extent = index.other(places.record());
    try {
      byte[] stored = data.read(extent);
      return places.deflated() ? inflate(stored, length) : stored;
    } catch (DataFormatException e) {
      throw index.broken("the places of its photographs can't be unpacked");
    } catch (IOException e) {
      throw index.broken("the places of its photographs can't be read: " + e.getMessage());
    }
  }

  private static byte[] inflate(byte[] packed, int length) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      int got = inflater.inflate(bytes);
      // What is longer is of another slide.
      return inflater.finished() ? Arrays.copyOf(bytes, got) : new byte[0];
    } finally {
      inflater.end();
    }
  }

  private void readPlaces(byte[] bytes, int unit, MiraxIndex index) throws IOException {
    if (bytes.length != RECORD_BYTES * x.length) {
      throw index.broken(
          "the places of its %s photographs take %s bytes, not %s"
              .formatted(x.length, bytes.length, RECORD_BYTES * x.length));
    }
    ByteBuffer records = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < x.length; i++) {
      int flags = records.get(RECORD_BYTES * i);
      if ((flags & ~KNOWN_FLAGS) != 0) {
        throw index.broken("the place of its photograph " + i + " has the unknown flags " + flags);
      }
      x[i] = place(records.getInt(RECORD_BYTES * i + 1), unit, index, i);
      y[i] = place(records.getInt(RECORD_BYTES * i + 5), unit, index, i);
    }
  }

  private static int place(int value, int unit, MiraxIndex index, int photo) throws IOException {
    long place = (long) value * unit;
    if (Math.abs(place) > Integer.MAX_VALUE / 2) {
      throw index.broken("its photograph " + photo + " lies at " + place);
    }
    return (int) place;
  }

  private void placeEvenly(double stepX, double stepY) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (int) (i % columns * stepX);
      int row = i / columns;
      y[i] = (int) (row * stepY);
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  int x(int column, int row) {
    return x[row * columns + column];
  }

  int y(int column, int row) {
    return y[row * columns + column];
  }

  /**
   * Notes that level 0 has an image.
   *
   * @param imageX its column among images of the finest cut
   * @param imageY its row
   */
  void take(int imageX, int imageY, MiraxZoom full) {
    int column = imageX / full.divisions();
    int row = imageY / full.divisions();
    int within = full.tilesPerImage();
    for (int j = row; j < Math.min(row + within, rows); j++) {
      for (int i = column; i < Math.min(column + within, columns); i++) {
        int photo = j * columns + i;
        // Where an image holds several photographs some of them may never have been taken: those
        // lie in the corner, where only the first does.
        if (photo == 0 || x[photo] != 0 || y[photo] != 0) {
          taken.set(photo);
          takeTile(photo, imageX % full.divisions(), imageY % full.divisions(), full);
        }
      }
    }
  }

  private void takeTile(int photo, int across, int down, MiraxZoom full) {
    int tileX = x[photo] + full.width() * across;
    int tileY = y[photo] + full.height() * down;
    left = Math.min(left, tileX);
    top = Math.min(top, tileY);
    right = Math.max(right, tileX + (int) Math.ceil(full.tileWidth() * full.concat()));
    bottom = Math.max(bottom, tileY + (int) Math.ceil(full.tileHeight() * full.concat()));
  }

  /**
   * Lets places count from the corner of all that was taken and lies on the stage, at a whole pixel
   * of level 0.
   *
   * @param unit such a pixel
   * @param stageWidth reaches from 0 on
   * @param stageHeight likewise
   */
  void cut(int unit, int stageWidth, int stageHeight) {
    left = Math.max(0, left / unit * unit);
    top = Math.max(0, top / unit * unit);
    right = Math.min(right, stageWidth);
    bottom = Math.min(bottom, stageHeight);
    for (int photo = 0; photo < x.length; photo++) {
      x[photo] -= left;
      y[photo] -= top;
    }
    right -= left;
    bottom -= top;
    taken.stream()
        .forEach(
            photo -> {
              acrossColumns.add(photo % columns, x[photo]);
              downRows.add(photo / columns, y[photo]);
            });
  }

  /** Returns the width of all that was taken, in pixels of images of the finest cut. */
  int width() {
    return right;
  }

  int height() {
    return bottom;
  }

  boolean taken(int column, int row) {
    return taken.get(row * columns + column);
  }

  int takenCount() {
    return taken.cardinality();
  }

  /** Returns the columns of photographs of which one lies between two places. */
  int[] columns(double left, double right) {
    return acrossColumns.between(left, right);
  }

  /** Returns the rows of photographs of which one lies between two places. */
  int[] rows(double top, double bottom) {
    return downRows.between(top, bottom);
  }

  /** Between which places the photographs of each column, or of each row, lie. */
  private static final class Bounds {

    private final int[] least;
    private final int[] most;

    Bounds(int count) {
      least = new int[count];
      most = new int[count];
      Arrays.fill(least, Integer.MAX_VALUE);
      Arrays.fill(most, Integer.MIN_VALUE);
    }

    void add(int of, int place) {
      least[of] = Math.min(least[of], place);
      most[of] = Math.max(most[of], place);
    }

    int[] between(double from, double to) {
      return IntStream.range(0, least.length)
          .filter(i -> least[i] <= to && most[i] >= from)
          .toArray();
    }
  }
}
