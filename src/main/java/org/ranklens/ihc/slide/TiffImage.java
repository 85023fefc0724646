package org.ranklens.ihc.slide;

import java.io.IOException;

/**
 * One image of a TIFF file, cut into tiles; a strip is a tile as wide as the image.
 *
 * @param width in pixels
 * @param height in pixels
 * @param tileWidth in pixels
 * @param tileHeight in pixels
 * @param offsets where each tile begins
 * @param byteCounts how long each tile is
 * @param strips whether its tiles are strips, of which the last is shorter
 * @param planar whether each sample has tiles of its own, those of the first sample first
 * @param littleEndian the byte order of 16-bit samples
 * @param compression TIFF tag 259
 * @param photometric TIFF tag 262
 * @param samples samples per pixel, 1 to 4
 * @param bits bits per sample, 8 or 16
 * @param predictor TIFF tag 317
 * @param jpegTables abbreviated stream of tables, empty where there are none
 */
record TiffImage(
    int width,
    int height,
    int tileWidth,
    int tileHeight,
    Bytes offsets,
    Bytes byteCounts,
    boolean strips,
    boolean planar,
    boolean littleEndian,
    int compression,
    int photometric,
    int samples,
    int bits,
    int predictor,
    JpegTables jpegTables) {

  /** An edge above this is no slide: the widest scanners write some 300,000 pixels. */
  private static final long MOST_PIXELS_EDGE = 4_000_000;

  /** A tile is decoded as a whole: 200 MB where it has 16 bits. */
  private static final long MOST_TILE_PIXELS = 1L << 25;

  /** Uncompressed pixels of a single strip are read in bands of about so many. */
  private static final long BAND_PIXELS = 1L << 20;

  /** Offsets or counts of tiles. */
  static final class Bytes {
    private final long[] values;
    private final int first;

    Bytes(long[] values) {
      this(values, 0);
    }

    private Bytes(long[] values, int first) {
      this.values = values;
      this.first = first;
    }

    long at(int tile) {
      return values[first + tile];
    }

    int count() {
      return values.length - first;
    }

    /** Returns where the bands of whole strips begin. */
    Bytes bands(long height, long bandHeight, long rowBytes) {
      int bands = (int) ceil(height, bandHeight);
      long[] all = new long[values.length * bands];
      for (int i = 0; i < all.length; i++) {
        all[i] = values[i / bands] + i % bands * bandHeight * rowBytes;
      }
      return new Bytes(all);
    }

    /** Returns how long the bands of whole strips are, as far as the strips reach. */
    Bytes bandLengths(long height, long bandHeight, long rowBytes) {
      int bands = (int) ceil(height, bandHeight);
      long[] all = new long[values.length * bands];
      for (int i = 0; i < all.length; i++) {
        long before = i % bands * bandHeight;
        long rows = Math.min(bandHeight, height - before);
        long left = values[i / bands] - before * rowBytes;
        all[i] = Math.max(0, Math.min(rows * rowBytes, left));
      }
      return new Bytes(all);
    }

    Bytes from(int tile) {
      return new Bytes(values, first + tile);
    }
  }

  static TiffImage of(TiffFile file, TiffDirectory tags) throws IOException {
    long width = tags.number(TiffTag.IMAGE_WIDTH, 0);
    long height = tags.number(TiffTag.IMAGE_LENGTH, 0);
    if (width < 1 || height < 1 || width > MOST_PIXELS_EDGE || height > MOST_PIXELS_EDGE) {
      throw file.broken("an image claims " + width + " x " + height + " pixels");
    }
    boolean tiled = tags.has(TiffTag.TILE_OFFSETS);
    long tileWidth = tiled ? tags.number(TiffTag.TILE_WIDTH, 0) : width;
    long tileHeight =
        tiled
            ? tags.number(TiffTag.TILE_LENGTH, 0)
            : Math.min(height, tags.number(TiffTag.ROWS_PER_STRIP, height));
    if (tiled || tileHeight < 1) {
      checkTile(file, "a tile claims ", tileWidth, tileHeight);
    }
    Bytes offsets = new Bytes(tags.longs(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS));
    Bytes counts =
        new Bytes(tags.longs(tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS));
    long samples = tags.number(TiffTag.SAMPLES_PER_PIXEL, 1);
    long bits = tags.number(TiffTag.BITS_PER_SAMPLE, 1);
    boolean planar = samples > 1 && tags.number(TiffTag.PLANAR_CONFIGURATION, 1) == 2;
    long tiles = ceil(width, tileWidth) * ceil(height, tileHeight) * (planar ? samples : 1);
    if (offsets.count() != tiles || counts.count() != tiles) {
      int other = offsets.count() == tiles ? counts.count() : offsets.count();
      throw file.broken("an image of " + tiles + " tiles lists " + other);
    }
    long compression = tags.number(TiffTag.COMPRESSION, 1);
    long predictor = tags.number(TiffTag.PREDICTOR, 1);
    long rowBytes = width * (planar ? 1 : samples) * bits / 8;
    boolean oneStrip = !tiled && tileHeight == height && compression == 1 && predictor != 2;
    if (oneStrip && height > BAND_PIXELS / width + 1) {
      tileHeight = BAND_PIXELS / width + 1;
      offsets = offsets.bands(height, tileHeight, rowBytes);
      counts = counts.bandLengths(height, tileHeight, rowBytes);
    }
    checkTile(file, "a strip claims ", tileWidth, tileHeight);
    return new TiffImage(
        (int) width,
        (int) height,
        (int) tileWidth,
        (int) tileHeight,
        offsets,
        counts,
        !tiled,
        planar,
        file.littleEndian(),
        (int) compression,
        (int) tags.number(TiffTag.PHOTOMETRIC, 1),
        (int) samples,
        (int) bits,
        (int) predictor,
        new JpegTables(tags.bytes(TiffTag.JPEG_TABLES)));
  }

  private static void checkTile(TiffFile file, String claims, long width, long height)
      throws IOException {
    if (width < 1 || height < 1 || width > MOST_TILE_PIXELS / height) {
      throw file.broken(
          claims + width + " x " + height + " pixels, which can't be decoded at once");
    }
  }

  /** Returns the tiles of one sample as an image of grey tiles. */
  TiffImage sample(int sample) {
    int tiles = (int) (ceil(width, tileWidth) * ceil(height, tileHeight));
    return new TiffImage(
        width,
        height,
        tileWidth,
        tileHeight,
        offsets.from(sample * tiles),
        byteCounts.from(sample * tiles),
        strips,
        false,
        littleEndian,
        compression,
        1,
        1,
        bits,
        predictor,
        jpegTables);
  }

  int tilesAcross() {
    return (int) ceil(width, tileWidth);
  }

  int tilesDown() {
    return (int) ceil(height, tileHeight);
  }

  /** Returns how many rows of pixels a tile holds; the last strip is shorter. */
  int rows(int tile) {
    return strips ? Math.min(tileHeight, height - tile * tileHeight) : tileHeight;
  }

  /** Returns how many columns of a tile lie within the image. */
  int shownWidth(int tile) {
    return Math.min(tileWidth, width - tile % tilesAcross() * tileWidth);
  }

  /** Returns how many rows of a tile lie within the image. */
  int shownRows(int tile) {
    return Math.min(tileHeight, height - tile / tilesAcross() * tileHeight);
  }

  private static long ceil(long a, long b) {
    return (a + b - 1) / b;
  }
}
