package org.ranklens.ihc.slide;

import java.io.IOException;

/**
 * One image of a TIFF file, cut into tiles; a strip is a tile as wide as the image.
 *
 * @param width in pixels
 * @param height in pixels
 * @param tileWidth in pixels
 * @param tileHeight in pixels
 * @param tiles where its tiles lie
 * @param strips whether its tiles are strips, of which the last is shorter
 * @param planar whether each sample has tiles of its own, those of the first sample first
 * @param littleEndian the byte order of 16-bit samples
 * @param mirrored whether the bits of each byte stand the other way round (fill order 2)
 * @param compression TIFF tag 259
 * @param photometric TIFF tag 262
 * @param samples samples per pixel, 1 to 4
 * @param alpha what the fourth sample is
 * @param bits bits per sample, 8 or 16
 * @param predictor TIFF tag 317
 * @param jpegTables abbreviated stream of tables, empty where there are none
 */
record TiffImage(
    int width,
    int height,
    int tileWidth,
    int tileHeight,
    TileTable tiles,
    boolean strips,
    boolean planar,
    boolean littleEndian,
    boolean mirrored,
    int compression,
    int photometric,
    int samples,
    Alpha alpha,
    int bits,
    int predictor,
    JpegTables jpegTables) {

  /** What a fourth sample says of a pixel (TIFF 6.0, ExtraSamples). */
  enum Alpha {
    /** There is none, or the file does not say what it is: zeros would hide the whole picture. */
    NONE,
    /** The colours are multiplied by it already. */
    ASSOCIATED,
    UNASSOCIATED
  }

  /** Stands for a photometric interpretation that the file does not tell. */
  static final int UNTOLD = -1;

  /** An edge above this is no slide: the widest scanners write some 300,000 pixels. */
  private static final long MOST_PIXELS_EDGE = 4_000_000;

  private static final long MOST_FOCAL_PLANES = 1_000;

  /** A tile is decoded as a whole: 200 MB where it has 16 bits. */
  private static final long MOST_TILE_PIXELS = 1L << 25;

  /** Uncompressed pixels of a single strip are read in bands of about so many. */
  private static final long BAND_PIXELS = 1L << 20;

  static TiffImage of(TiffFile file, TiffDirectory tags) throws IOException {
    long width = tags.number(TiffTag.IMAGE_WIDTH, 0);
    long height = tags.number(TiffTag.IMAGE_LENGTH, 0);
    if (width < 1 || height < 1 || width > MOST_PIXELS_EDGE || height > MOST_PIXELS_EDGE) {
      throw file.broken("an image claims " + width + " x " + height + " pixels");
    }
    boolean tiled = isTiled(tags);
    long tileWidth = tiled ? tags.number(TiffTag.TILE_WIDTH, 0) : width;
    long tileHeight = tiled ? tags.number(TiffTag.TILE_LENGTH, 0) : rowsPerStrip(tags, height);
    if (tiled || tileHeight < 1) {
      checkTile(file, tiled ? "a tile claims " : "a strip claims ", tileWidth, tileHeight);
    }
    long samples = tags.number(TiffTag.SAMPLES_PER_PIXEL, 1);
    long bits = tags.number(TiffTag.BITS_PER_SAMPLE, 1);
    boolean planar = samples > 1 && tags.number(TiffTag.PLANAR_CONFIGURATION, 1) == 2;
    int planes = planar ? (int) samples : 1;
    long count = ceil(width, tileWidth) * ceil(height, tileHeight) * planes;
    // Some writers count one row of tiles more where the last is full.
    long spare = !planar && height % tileHeight == 0 ? ceil(width, tileWidth) : 0;
    long depth = planar ? 1 : tags.number(TiffTag.IMAGE_DEPTH, 1);
    if (depth < 1 || depth > MOST_FOCAL_PLANES) {
      throw file.broken("an image claims " + depth + " focal planes (tag 32997)");
    }
    if (depth > 1) {
      // The first plane's tiles come first.
      spare = count * (depth - 1);
    }
    TileTable table = TileTable.of(file, tags, tiled, count, spare);
    long compression = tags.number(TiffTag.COMPRESSION, 1);
    boolean oneStrip = !tiled && tileHeight == height && compression == 1;
    if (oneStrip && height > BAND_PIXELS / width + 1) {
      tileHeight = BAND_PIXELS / width + 1;
      table = table.bands(file, planes, height, tileHeight, width * samples / planes * bits / 8);
    }
    checkTile(file, "a strip claims ", tileWidth, tileHeight);
    return new TiffImage(
        (int) width,
        (int) height,
        (int) tileWidth,
        (int) tileHeight,
        table,
        !tiled,
        planar,
        file.littleEndian(),
        tags.number(TiffTag.FILL_ORDER, 1) == 2,
        (int) compression,
        (int) tags.number(TiffTag.PHOTOMETRIC, untold(samples, compression)),
        (int) samples,
        alpha(tags, samples),
        (int) bits,
        predictor(tags, compression),
        new JpegTables(tags.bytes(TiffTag.JPEG_TABLES)));
  }

  /** 2^32 - 1 and more is one strip, in eight bytes a number below 0. */
  private static long rowsPerStrip(TiffDirectory tags, long height) throws IOException {
    long told = tags.number(TiffTag.ROWS_PER_STRIP, height);
    return told < 0 ? height : Math.min(height, told);
  }

  /** Only LZW and deflate keep differences; beside others libtiff too passes over the tag. */
  private static int predictor(TiffDirectory tags, long compression) throws IOException {
    return TileDecoder.mayKeepDifferences((int) compression)
        ? (int) tags.number(TiffTag.PREDICTOR, 1)
        : 1;
  }

  /** Three samples are RGB where nothing else is said; in JPEG they may as well be YCbCr. */
  private static int untold(long samples, long compression) {
    return samples == 3 && compression != TileDecoder.JPEG ? TileDecoder.RGB : UNTOLD;
  }

  /** Tells tiles from strips; some writers list tiles by the tags of strips, as libtiff lets be. */
  static boolean isTiled(TiffDirectory tags) {
    return tags.has(TiffTag.TILE_OFFSETS)
        || (tags.has(TiffTag.TILE_WIDTH) && tags.has(TiffTag.TILE_LENGTH));
  }

  private static Alpha alpha(TiffDirectory tags, long samples) throws IOException {
    if (samples != 4) {
      return Alpha.NONE;
    }
    return switch ((int) tags.number(TiffTag.EXTRA_SAMPLES, -1)) {
      case 1 -> Alpha.ASSOCIATED;
      case 2 -> Alpha.UNASSOCIATED;
      default -> Alpha.NONE;
    };
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
    return new TiffImage(
        width,
        height,
        tileWidth,
        tileHeight,
        tiles.from(sample * tilesAcross() * tilesDown()),
        strips,
        false,
        littleEndian,
        mirrored,
        compression,
        TileDecoder.BLACK_IS_ZERO,
        1,
        Alpha.NONE,
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

  /**
   * Checks what a tile's own stream says of its size: at the edges some writers cut tiles to what
   * lies within the image, and write the last strip as high as the others.
   */
  void checkSize(int tile, int wide, int high, String stream) throws IOException {
    boolean width = wide == tileWidth || wide == shownWidth(tile);
    boolean height = high == tileHeight || high == shownRows(tile);
    boolean strip = strips && high >= rows(tile) && high <= tileHeight;
    if (!width || !(height || strip)) {
      throw new IOException("its " + stream + " stream is " + wide + " x " + high + " pixels");
    }
  }

  private static long ceil(long a, long b) {
    return (a + b - 1) / b;
  }
}
